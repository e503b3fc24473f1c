using System.CommandLine;
using MediaGuard.Journey.Inspection;

namespace MediaGuard.Web.Commands;

/// <summary>How many faces of a labelled folder are found, and how many are seen where there are none.</summary>
internal static class EvaluateFacesCommand
{
    public static Command Make()
    {
        var folder = new Argument<DirectoryInfo>("dir") { Description = "A folder with faces.json and its pictures." };
        var labels = new Option<FileInfo?>("--labels") { Description = "A file of labels. Default: faces.json in the folder." };
        var empty = new Option<FileSystemInfo?>("--empty") { Description = "A folder of pictures without faces, or a text file naming one a line." };
        var half = new Option<string?>("--half") { Description = "Every other picture, by name: a or b. One for fitting, the other for judging." };
        half.AcceptOnlyFromAmong("a", "b");
        var without = new Option<string[]>("--without") { Description = "Look as if this model were not installed. May be given more than once." };
        var hardships = new Option<bool>("--hardships") { Description = "A table: the pictures as they are, turned, mirrored, darkened by two stops, and shrunk until the median face is 24 pixels." };
        var alone = new Option<bool>("--alone") { Description = "A table: the program, and each detector by itself." };
        var report = new Option<FileInfo?>("--report") { Description = "Write the figures and plots as one HTML page." };
        var json = Place.JsonOption();
        var command = new Command("faces", "How many labelled faces are found, by size, and how many are seen where there are none.")
        {
            folder, labels, empty, half, without, hardships, alone, report, json,
        };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(hardships) && parsed.GetValue(alone))
            {
                parsed.AddError("Ask for --hardships or for --alone, not for both.");
            }
        });
        command.SetAction((parsed, stop) => Task.FromResult(Run(
            new FaceTrial(parsed.GetValue(folder)!.FullName)
            {
                Labels = parsed.GetValue(labels)?.FullName,
                Faceless = parsed.GetValue(empty) is { } faceless ? Existing(faceless) : null,
                Half = parsed.GetValue(half)?[0],
                Without = [.. parsed.GetValue(without) ?? []],
                Kind = parsed.GetValue(hardships) ? TrialKind.Hardships : parsed.GetValue(alone) ? TrialKind.Alone : TrialKind.Together,
            },
            parsed.GetValue(report),
            parsed.GetValue(json),
            stop)));
        return command;
    }

    private static string Existing(FileSystemInfo faceless) =>
        faceless.Exists ? faceless.FullName : throw new CommandException(ExitCodes.WrongUsage, "what --empty names is not there");

    private static int Run(FaceTrial trial, FileInfo? report, bool json, CancellationToken cancellationToken)
    {
        using var services = Services.Build(Path.GetTempPath());
        try
        {
            var figures = services.GetRequiredService<FaceEvaluation>().Run(trial, cancellationToken);
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
