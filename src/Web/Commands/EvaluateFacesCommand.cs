using System.CommandLine;
using MediaGuard.Journey.Inspection;

namespace MediaGuard.Web.Commands;

/// <summary>How many faces of a labelled folder are found, and how many are seen where there are none.</summary>
internal static class EvaluateFacesCommand
{
    public static Command Make()
    {
        var folder = new Argument<DirectoryInfo>("dir") { Description = "A folder with faces.json and its pictures." };
        var empty = new Option<FileSystemInfo?>("--empty") { Description = "A folder of pictures without faces, or a text file naming one a line." };
        var half = new Option<string?>("--half") { Description = "Every other picture, by name: a or b. One for fitting, the other for judging." };
        half.AcceptOnlyFromAmong("a", "b");
        var report = new Option<FileInfo?>("--report") { Description = "Write the figures and plots as one HTML page." };
        var json = Place.JsonOption();
        var command = new Command("faces", "How many labelled faces are found, by size, and how many are seen where there are none.") { folder, empty, half, report, json };
        command.SetAction((parsed, stop) => Task.FromResult(Run(
            parsed.GetValue(folder)!, parsed.GetValue(empty), parsed.GetValue(half)?[0], parsed.GetValue(report), parsed.GetValue(json), stop)));
        return command;
    }

    private static int Run(DirectoryInfo folder, FileSystemInfo? empty, char? half, FileInfo? report, bool json, CancellationToken cancellationToken)
    {
        if (empty is { Exists: false })
        {
            throw new CommandException(ExitCodes.WrongUsage, "what --empty names is not there");
        }

        using var services = Services.Build(Path.GetTempPath());
        try
        {
            var figures = services.GetRequiredService<FaceEvaluation>().Run(folder.FullName, empty?.FullName, half, cancellationToken);
            Console.WriteLine(json ? figures.Json : figures.Text);
            if (report is not null)
            {
                File.WriteAllText(report.FullName, figures.Html);
            }

            return figures.IsWhole ? ExitCodes.Done : ExitCodes.SomeFailed;
        }
        catch (InvalidDataException e)
        {
            throw new CommandException(ExitCodes.WrongUsage, e.Message);
        }
    }
}
