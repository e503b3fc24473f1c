using System.CommandLine;
using MediaGuard.Journey.Evaluation;

namespace MediaGuard.Web.Commands;

/// <summary>Measures matching on a folder with a folder per person.</summary>
internal static class EvaluateMatchingCommand
{
    public static Command Make()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "One folder a person, their photos in it. Numbers stand for people in what is written." };
        var report = new Option<FileInfo?>("--report") { Description = "Where the page with plots goes, besides the data folder." };
        var json = Place.JsonOption();
        var data = Place.DataOption();
        var command = new Command("matching", "How well faces are told apart: scores, rates, closest pairs. Changes nothing.") { folder, report, json, data };
        command.SetAction((parsed, stop) => RunAsync(parsed.GetValue(folder)!, parsed.GetValue(report), parsed.GetValue(json), Place.Data(parsed.GetValue(data)), stop));
        return command;
    }

    private static async Task<int> RunAsync(DirectoryInfo folder, FileInfo? report, bool json, string data, CancellationToken cancellationToken)
    {
        if (!folder.Exists)
        {
            throw new CommandException(ExitCodes.WrongUsage, $"there is no folder {folder.FullName}");
        }

        var keeps = Directory.Exists(data);
        await using var services = Services.Build(keeps ? data : Path.GetTempPath());
        var evaluation = services.GetRequiredService<MatchingEvaluation>();
        string line;
        string page;
        try
        {
            (line, page) = evaluation.Run(folder, json || Console.IsErrorRedirected ? null : new Progress<int>(n => Console.Error.Write($"\r{n} photos")), cancellationToken);
        }
        catch (InvalidOperationException)
        {
            throw new CommandException(ExitCodes.WrongUsage, "the folder must hold a folder per person, at least two of them, with two photos or more of somebody");
        }

        if (keeps)
        {
            await evaluation.KeepAsync(line, page, cancellationToken);
        }

        if (report is not null)
        {
            await File.WriteAllTextAsync(report.FullName, page, cancellationToken);
        }

        Console.WriteLine(json ? line : Text(report, keeps, data));
        return ExitCodes.Done;
    }

    private static string Text(FileInfo? report, bool keeps, string data)
    {
        var places = new[] { report?.FullName, keeps ? Path.Combine(data, "evaluation", "matching.html") : null }.OfType<string>().ToList();
        return places.Count == 0 ? "Nothing was written: give --report FILE, or --json, or a data folder." : $"{Environment.NewLine}The page is in {string.Join(" and ", places)}";
    }
}
