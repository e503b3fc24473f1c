using System.CommandLine;
using MediaGuard.Journey.Evaluation;
using MediaGuard.Journey.Inspection;
using MediaGuard.Media;
using MediaGuard.Records;

namespace MediaGuard.Web.Commands;

/// <summary>Measures matching on a folder with a folder per person.</summary>
internal static class EvaluateMatchingCommand
{
    public static Command Make()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "One folder a person, their photos in it. Numbers stand for people in what is written." };
        var report = new Option<FileInfo?>("--report") { Description = "Write the figures and plots as one HTML page." };
        var school = new Option<string?>("--school") { Description = "For whose lead the page is kept: the school's name or id. Default: the only school of the data folder." };
        var json = Place.JsonOption();
        var data = Place.DataOption();
        var command = new Command("matching", "How well faces are told apart: scores, rates, closest pairs. Changes nothing.") { folder, report, school, json, data };
        command.SetAction((parsed, stop) => RunAsync(
            parsed.GetValue(folder)!, parsed.GetValue(report), parsed.GetValue(school), parsed.GetValue(json), Place.Data(parsed.GetValue(data)), stop));
        return command;
    }

    private static async Task<int> RunAsync(DirectoryInfo folder, FileInfo? report, string? wanted, bool json, string data, CancellationToken cancellationToken)
    {
        if (!folder.Exists)
        {
            throw new CommandException(ExitCodes.WrongUsage, $"there is no folder {folder.FullName}");
        }

        await using var services = Services.Build(Directory.Exists(data) ? data : Path.GetTempPath());
        var school = Directory.Exists(data) ? await SchoolAsync(services, wanted, cancellationToken) : null;
        var measured = Measure(services.GetRequiredService<MatchingEvaluation>(), folder, json, cancellationToken);
        var places = new List<string>();
        if (report is not null)
        {
            await File.WriteAllTextAsync(report.FullName, measured.Html, cancellationToken);
            places.Add(report.FullName);
        }

        if (school is { } owner)
        {
            var reports = services.GetRequiredService<MatchingReports>();
            await reports.KeepAsync(owner, measured, cancellationToken);
            places.Add(reports.PageOf(owner));
        }

        Console.WriteLine(json ? measured.Json : measured.Text);
        if (!json)
        {
            Console.WriteLine(places.Count == 0 ? "No page was written: give --report FILE, or --data with a school in it." : $"The page is in {string.Join(" and ", places)}");
        }

        return measured.IsWhole ? ExitCodes.Done : ExitCodes.SomeFailed;
    }

    private static EvaluationReport Measure(MatchingEvaluation evaluation, DirectoryInfo folder, bool json, CancellationToken cancellationToken)
    {
        try
        {
            var progress = json || Console.IsErrorRedirected ? null : new Progress<int>(n => Console.Error.Write($"\r{n} photos"));
            var measured = evaluation.Run(folder, progress, cancellationToken);
            if (progress is not null)
            {
                Console.Error.WriteLine();
            }

            return measured;
        }
        catch (InvalidOperationException)
        {
            throw new CommandException(ExitCodes.WrongUsage, "the folder must hold a folder per person, at least two of them, with two photos or more of somebody in which the face can be compared");
        }
        catch (MediaException e) when (e.Reason is ReasonCode.ModelMissing or ReasonCode.ModelAltered)
        {
            throw new CommandException(ExitCodes.NotSetUp, "a model that finds or compares faces is missing or altered; `mediaguard models list` says which, `mediaguard models install` mends it");
        }
    }

    /// <summary>Whose lead gets the page; null when the data folder holds no school.</summary>
    private static async Task<SchoolId?> SchoolAsync(IServiceProvider services, string? wanted, CancellationToken cancellationToken)
    {
        IReadOnlyList<SchoolInfo> schools = await services.GetRequiredService<DatabaseStart>().IsReadyAsync(cancellationToken)
            ? await services.GetRequiredService<IRecordsFactory>().SchoolsAsync(cancellationToken)
            : [];
        if (wanted is null && schools.Count <= 1)
        {
            return schools is [var only] ? only.Id : null;
        }

        return schools.Where(s => s.Name == wanted || s.Id.ToString() == wanted).ToList() is [var one]
            ? one.Id
            : throw new CommandException(ExitCodes.WrongUsage, schools.Count == 0
                ? "there is no school in the data folder"
                : $"say with --school which one: {string.Join(", ", schools.Select(s => $"{s.Name} ({s.Id})"))}");
    }
}
