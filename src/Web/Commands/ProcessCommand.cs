using System.CommandLine;
using System.Text.Json;
using MediaGuard.Journey;
using MediaGuard.Media;
using MediaGuard.Records.Views;
using Spectre.Console;

namespace MediaGuard.Web.Commands;

/// <summary>Drains the share once and says what became of every photo.</summary>
internal static class ProcessCommand
{
    private static readonly JsonSerializerOptions Lines = new(JsonSerializerDefaults.Web) { DictionaryKeyPolicy = null };

    public static Command Make()
    {
        var data = Place.DataOption();
        var json = Place.JsonOption();
        var command = new Command("process", "Drain the share once, print every photo's verdict per channel, exit.") { data, json };
        command.SetAction((parsed, stop) => RunAsync(Place.Data(parsed.GetValue(data)), parsed.GetValue(json), stop));
        return command;
    }

    private static async Task<int> RunAsync(string data, bool json, CancellationToken cancellationToken)
    {
        await using var services = await Services.OpenAsync(data, cancellationToken);
        var drained = await DrainAsync(services.GetRequiredService<IDrain>(), json, cancellationToken);
        var views = services.GetRequiredService<IPhotoViews>();
        var exit = ExitCodes.Done;
        foreach (var school in drained)
        {
            if (!school.IsShareAvailable)
            {
                await Console.Error.WriteLineAsync("mediaguard: the share can't be reached; nothing in it was touched");
                exit = ExitCodes.SomeFailed;
            }

            var photos = await views.PhotosAsync(school.School, [.. school.Media], Reader.Office, cancellationToken);
            foreach (var photo in photos.Where(p => p.Status == MediaStatus.Quarantined || p.Status < MediaStatus.Decided))
            {
                await Console.Error.WriteLineAsync($"{photo.Id} {photo.Trouble?.Code.ToString() ?? photo.Status.ToString()}");
                exit = ExitCodes.SomeFailed;
            }

            if (json)
            {
                foreach (var photo in photos)
                {
                    Console.WriteLine(JsonSerializer.Serialize(Line(photo), Lines));
                }
            }
            else
            {
                Print(photos);
            }
        }

        return exit;
    }

    private static async Task<IReadOnlyList<DrainedSchool>> DrainAsync(IDrain drain, bool json, CancellationToken cancellationToken)
    {
        if (json || Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Interactive)
        {
            return await drain.RunAsync(new PlainProgress(), cancellationToken);
        }

        return await AnsiConsole.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new RemainingTimeColumn()).StartAsync(async bar =>
        {
            var task = bar.AddTask("photos", maxValue: 1);
            return await drain.RunAsync(new BarProgress(task), cancellationToken);
        });
    }

    private static object Line(PhotoView photo) => new
    {
        item = photo.Id.ToString(),
        @class = photo.GroupName,
        status = photo.Status.ToString(),
        reason = photo.Trouble?.Code.ToString(),
        faces = photo.FaceCount,
        channels = photo.Channels.Where(c => c.IsAskedFor && c.Verdict is not null).ToDictionary(
            c => c.Channel.Value,
            c => new { verdict = c.Verdict.ToString(), reasons = c.Reasons.Select(r => r.Code.ToString()).Distinct().ToArray() }),
    };

    private static void Print(IReadOnlyList<PhotoView> photos)
    {
        foreach (var photo in photos)
        {
            Console.WriteLine($"{photo.Id}  {photo.GroupName ?? "(no class)"}  {photo.Status}  {photo.FaceCount} {(photo.FaceCount == 1 ? "face" : "faces")}");
            if (photo.Trouble is { } trouble)
            {
                Console.WriteLine($"    {trouble.Sentence}");
            }

            foreach (var channel in photo.Channels.Where(c => c.IsAskedFor && c.Verdict is not null && photo.Status != MediaStatus.Quarantined))
            {
                Console.WriteLine($"    {channel.Name}: {channel.Verdict}");
                foreach (var sentence in channel.Reasons.Select(r => r.Sentence).Distinct())
                {
                    Console.WriteLine($"        {sentence}");
                }
            }
        }

        var table = new Table().AddColumns("Channel", "Cleared", "Held", "Refused");
        foreach (var channel in photos.SelectMany(p => p.Channels).GroupBy(c => c.Name))
        {
            string Count(Verdict verdict) => channel.Count(c => c.IsAskedFor && c.Verdict == verdict).ToString(System.Globalization.CultureInfo.InvariantCulture);
            table.AddRow(channel.Key, Count(Verdict.Cleared), Count(Verdict.Held), Count(Verdict.Refused));
        }

        AnsiConsole.Write(table);
        Console.WriteLine($"{photos.Count} photos, {photos.Count(p => p.Status == MediaStatus.Quarantined)} quarantined, {photos.Count(p => p.Status == MediaStatus.Gone)} not taken again");
    }

    /// <summary>A line on stderr for every tenth photo, and for the first and the last.</summary>
    private sealed class PlainProgress : IProgress<DrainProgress>
    {
        private int said = -1;

        public void Report(DrainProgress value)
        {
            if (value.Done != said && (value.Done % 10 == 0 || value.Done == value.Found))
            {
                said = value.Done;
                Console.Error.WriteLine($"{value.Done} of {value.Found} photos");
            }
        }
    }

    private sealed class BarProgress(ProgressTask task) : IProgress<DrainProgress>
    {
        public void Report(DrainProgress value)
        {
            task.MaxValue = Math.Max(1, value.Found);
            task.Value = value.Done;
        }
    }
}
