using System.CommandLine;
using System.Text.Json;
using MediaGuard.Journey.Inspection;

namespace MediaGuard.Web.Commands;

/// <summary>Installs and lists what the program sees with.</summary>
internal static class ModelsCommand
{
    private static readonly JsonSerializerOptions Lines = new(JsonSerializerDefaults.Web);

    public static Command Make()
    {
        var json = Place.JsonOption();
        var install = new Command("install", "Fetch what models/manifest.json names, and verify every digest.");
        install.SetAction((_, stop) => InstallAsync(stop));
        var list = new Command("list", "Say which models there are and whether each is what the manifest says.") { json };
        list.SetAction((parsed, _) => Task.FromResult(List(parsed.GetValue(json))));
        return new Command("models", "What the program sees with.") { install, list };
    }

    private static async Task<int> InstallAsync(CancellationToken cancellationToken)
    {
        await using var services = Services.Build(Path.GetTempPath());
        var failed = await services.GetRequiredService<ModelShelf>().InstallAsync(new LineProgress(), cancellationToken);
        if (failed.Count == 0)
        {
            return ExitCodes.Done;
        }

        await Console.Error.WriteLineAsync($"mediaguard: not installed: {string.Join(", ", failed)}");
        return ExitCodes.SomeFailed;
    }

    private static int List(bool json)
    {
        using var services = Services.Build(Path.GetTempPath());
        var models = services.GetRequiredService<ModelShelf>().List();
        foreach (var model in models)
        {
            Console.WriteLine(json
                ? JsonSerializer.Serialize(model, Lines)
                : $"{model.Name,-20} {model.State,-10} {(model.IsRequired ? "required" : "optional"),-9} {model.Role,-10} {model.Licence,-11} {model.Source}");
        }

        return models.Any(m => m.IsRequired && m.State != "Installed") ? ExitCodes.NotSetUp : ExitCodes.Done;
    }
}
