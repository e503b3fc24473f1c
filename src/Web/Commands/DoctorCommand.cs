using System.CommandLine;
using System.Text.Json;
using MediaGuard.Journey.Inspection;

namespace MediaGuard.Web.Commands;

/// <summary>What is wrong, and how to mend it.</summary>
internal static class DoctorCommand
{
    private static readonly JsonSerializerOptions Lines = new(JsonSerializerDefaults.Web);

    public static Command Make()
    {
        var data = Place.DataOption();
        var json = Place.JsonOption();
        var command = new Command("doctor", "Look at models, disk, keys, database, share and audit: what is wrong and how to mend it.") { data, json };
        command.SetAction((parsed, stop) => RunAsync(Place.Data(parsed.GetValue(data)), parsed.GetValue(json), stop));
        return command;
    }

    private static async Task<int> RunAsync(string data, bool json, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(data))
        {
            throw new CommandException(ExitCodes.NotSetUp, "there is no data folder there; `mediaguard serve` makes one");
        }

        await using var services = Services.Build(data);
        var findings = await services.GetRequiredService<IDoctor>().ExamineAsync(cancellationToken);
        foreach (var finding in findings)
        {
            Console.WriteLine(json
                ? JsonSerializer.Serialize(new { what = finding.What, health = finding.Health.ToString(), says = finding.Says, mend = finding.Mend }, Lines)
                : $"{Mark(finding.Health)} {finding.What}: {finding.Says}{(finding.Mend.Length > 0 && finding.Health != Health.Well ? $"{Environment.NewLine}      {finding.Mend}" : "")}");
        }

        var wrong = findings.Where(f => f.Health == Health.Wrong).Select(f => f.What).ToList();
        if (wrong.Count == 0)
        {
            return ExitCodes.Done;
        }

        await Console.Error.WriteLineAsync("mediaguard: wrong: " + string.Join("; ", wrong));
        return ExitCodes.SomeFailed;
    }

    private static string Mark(Health health) => health switch
    {
        Health.Well => "ok   ",
        Health.Note => "note ",
        Health.Wrong => "WRONG",
    };
}
