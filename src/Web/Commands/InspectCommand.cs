using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using MediaGuard.Journey.Inspection;
using MediaGuard.Media;

namespace MediaGuard.Web.Commands;

/// <summary>Says what is in files; changes and keeps nothing.</summary>
internal static class InspectCommand
{
    private static readonly JsonSerializerOptions Lines = new(JsonSerializerDefaults.Web);

    public static Command Make()
    {
        var files = new Argument<FileInfo[]>("file") { Arity = ArgumentArity.OneOrMore };
        var json = Place.JsonOption();
        var command = new Command("inspect", "Say what is in a file: format, metadata by kind, faces. Changes nothing.") { files, json };
        command.SetAction((parsed, stop) => Task.FromResult(Run(parsed.GetValue(files)!, parsed.GetValue(json), stop)));
        return command;
    }

    private static int Run(FileInfo[] files, bool json, CancellationToken cancellationToken)
    {
        using var services = Services.Build(Path.GetTempPath());
        var inspector = services.GetRequiredService<FileInspector>();
        var exit = ExitCodes.Done;
        foreach (var file in files)
        {
            try
            {
                using var stream = file.OpenRead();
                var report = inspector.Inspect(stream, cancellationToken);
                Console.WriteLine(json ? Json(file, report) : Text(file, report));
            }
            catch (MediaException e)
            {
                exit = ExitCodes.SomeFailed;
                Console.Error.WriteLine($"{file.FullName}: {e.Reason}");
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                exit = ExitCodes.SomeFailed;
                Console.Error.WriteLine($"{file.FullName}: {(file.Exists ? "can't be read" : Directory.Exists(file.FullName) ? "is a folder" : "there is no such file")}");
            }
        }

        return exit;
    }

    private static string Json(FileInfo file, FileReport report) => JsonSerializer.Serialize(
        new
        {
            file = file.FullName,
            format = report.Format.ToString(),
            width = report.Width,
            height = report.Height,
            cameraMake = report.CameraMake,
            cameraModel = report.CameraModel,
            cameraSerial = report.CameraSerial,
            captured = report.CapturedLocal?.ToString("s", CultureInfo.InvariantCulture),
            capturedOffset = report.CapturedOffset?.ToString(),
            location = report.HadLocation,
            metadata = report.Metadata,
            names = report.Names.Select(n => new { field = n.Key, readAs = report.ReadAs.GetValueOrDefault(n.Key), text = n.Value }),
            regions = report.Regions.Select(r => new { kind = r.Kind, name = r.Name, centreX = r.CentreX, centreY = r.CentreY, width = r.Width, height = r.Height }),
            faces = report.Faces?.Select(f => new { x = f.Box.X, y = f.Box.Y, width = f.Box.Width, height = f.Box.Height, confidence = f.Confidence, doubtful = f.IsDoubtful }),
            notSeenBecause = report.NotSeenBecause?.ToString(),
        },
        Lines);

    private static string Text(FileInfo file, FileReport report)
    {
        var lines = new List<string>
        {
            file.FullName,
            $"  format     {report.Format}, {report.Width} x {report.Height}",
            $"  camera     {string.Join(' ', new[] { report.CameraMake, report.CameraModel, report.CameraSerial }.Where(t => !string.IsNullOrWhiteSpace(t)).DefaultIfEmpty("not stated"))}",
            $"  captured   {report.CapturedLocal?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "not stated"} {report.CapturedOffset}".TrimEnd(),
            $"  location   {(report.HadLocation ? "PRESENT" : "none")}",
            $"  metadata   {(report.Metadata.IsEmpty ? "none" : string.Join(", ", report.Metadata))}",
        };
        lines.AddRange(report.Names.Select(n => $"  text       {n.Key} ({report.ReadAs.GetValueOrDefault(n.Key)}): {n.Value}"));
        lines.AddRange(report.Regions.Select(r => string.Create(
            CultureInfo.InvariantCulture,
            $"  region     {r.Kind}{(r.Name is { } name ? $": {name}" : "")}{(r.CentreX is null ? "" : $", centre {r.CentreX:0.000},{r.CentreY:0.000}, {r.Width:0.000} x {r.Height:0.000} of the picture")}")));
        lines.Add(report.Faces is { } faces
            ? $"  faces      {faces.Count(f => !f.IsDoubtful)} and {faces.Count(f => f.IsDoubtful)} doubtful"
            : $"  faces      not looked for: {report.NotSeenBecause}");
        if (report.Faces is { } boxes)
        {
            lines.AddRange(boxes.Select(f => string.Create(
                CultureInfo.InvariantCulture, $"    at {f.Box.X:0},{f.Box.Y:0}  {f.Box.Width:0} x {f.Box.Height:0}  {f.Confidence:0.00}{(f.IsDoubtful ? "  doubtful" : "")}")));
        }

        return string.Join(Environment.NewLine, lines);
    }
}
