using System.CommandLine;
using System.Text.Json;
using MediaGuard.Journey.Inspection;
using MediaGuard.Media;

namespace MediaGuard.Web.Commands;

/// <summary>Takes one file through Cleaning and its proof.</summary>
internal static class CleanCommand
{
    private static readonly JsonSerializerOptions Lines = new(JsonSerializerDefaults.Web);

    public static Command Make()
    {
        var file = new Argument<FileInfo>("file");
        var output = new Option<FileInfo>("--out") { Description = "Where the cleaned picture goes.", Required = true };
        var json = Place.JsonOption();
        var command = new Command("clean", "Rebuild one picture from its pixels and prove that only they came out.") { file, output, json };
        command.SetAction((parsed, stop) => RunAsync(parsed.GetValue(file)!, parsed.GetValue(output)!, parsed.GetValue(json), stop));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo file, FileInfo output, bool json, CancellationToken cancellationToken)
    {
        if (!file.Exists)
        {
            throw new CommandException(ExitCodes.WrongUsage, $"there is no file {file.FullName}");
        }

        if (string.Equals(file.FullName, output.FullName, StringComparison.Ordinal))
        {
            throw new CommandException(ExitCodes.WrongUsage, "give --out another name: the original is never overwritten");
        }

        await using var services = Services.Build(Path.GetTempPath());
        try
        {
            await using var stream = file.OpenRead();
            var report = await services.GetRequiredService<FileCleaner>().CleanAsync(stream, output.FullName, cancellationToken);
            Console.WriteLine(json
                ? JsonSerializer.Serialize(new { file = file.FullName, @out = output.FullName, from = report.From.ToString(), width = report.Width, height = report.Height, bytes = report.Bytes, removed = report.Removed, notes = report.Notes, cannotJudge = CleanReport.CannotJudge }, Lines)
                : Text(report));
            return ExitCodes.Done;
        }
        catch (MediaException e)
        {
            await Console.Error.WriteLineAsync($"{file.FullName}: {e.Message}; nothing was written");
            return ExitCodes.SomeFailed;
        }
    }

    private static string Text(CleanReport report)
    {
        var removed = report.Removed.IsEmpty ? "nothing" : string.Join(", ", report.Removed.Select(r => $"{r.Key} ({r.Value})"));
        var notes = report.Notes.IsEmpty ? "" : $"{Environment.NewLine}note: {string.Join("; ", report.Notes)}";
        return $"{report.From}, now JPEG {report.Width} x {report.Height}, {report.Bytes} bytes, read back and proven{Environment.NewLine}left behind: {removed}{notes}{Environment.NewLine}can't judge: {CleanReport.CannotJudge}";
    }
}
