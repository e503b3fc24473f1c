using MediaGuard.Journey.Mail;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Items;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MediaGuard.Journey.Loops;

/// <summary>
/// Says so, in the log and by mail, when anything has stood still longer than it should, the share is away, or files in it can't be taken; once when it begins and once when it
/// ends.
/// </summary>
internal sealed class WatchLoop(
    IRecordsFactory records, IItemLedger ledger, Noticer noticer, TimeProvider clock, IMailer mailer, IMailBook addresses, IOptions<MailOptions> mail, IOptions<JourneyOptions> options, LoopTurns turns, ILogger<WatchLoop> logger) : BackgroundService
{
    private readonly HashSet<SchoolId> alarmed = [];
    private readonly HashSet<SchoolId> away = [];
    private readonly HashSet<SchoolId> stuck = [];
    private MailException? failed;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await turns.TryAsync(nameof(WatchLoop), logger, () => LookAsync(stoppingToken), stoppingToken);
            var pause = TimeSpan.FromTicks(Math.Clamp(options.Value.StandstillAfter.Ticks / 10, TimeSpan.TicksPerSecond / 2, TimeSpan.TicksPerMinute));
            await Task.Delay(pause, stoppingToken).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        failed = null;
        foreach (var school in await records.SchoolsAsync(cancellationToken))
        {
            await LookAtTrafficAsync(school.Id, cancellationToken);
            await LookAtShareAsync(school.Id, cancellationToken);
        }

        if (failed is not null)
        {
            throw failed;
        }
    }

    private async Task LookAtTrafficAsync(SchoolId school, CancellationToken cancellationToken)
    {
        var traffic = await ledger.TrafficAsync(school, options.Value.StandstillAfter, cancellationToken);
        if (traffic.StandingStill > 0 && !alarmed.Contains(school))
        {
            LogMessages.StandingStill(logger, school, traffic.StandingStill, traffic.Waiting);
        }

        await TellOnceAsync(
            alarmed,
            school,
            traffic.StandingStill > 0,
            () => (
                Words.Text($"MediaGuard: {traffic.StandingStill} photos stand still"),
                [
                    Words.Text($"{traffic.StandingStill} photos have not moved for {options.Value.StandstillAfter.TotalMinutes:0} minutes; {traffic.Waiting} of the photos on their way wait for disk, share or database."),
                    Words.Text("Nothing is lost and nothing has been released meanwhile."),
                    Words.Text("What to do: run `mediaguard doctor` on the server. It says what is wrong and how to mend it."),
                ]),
            () => (Words.Text("MediaGuard: photos move again"), [Words.Text("Nothing stands still any more.")]),
            cancellationToken);
    }

    private async Task LookAtShareAsync(SchoolId school, CancellationToken cancellationToken)
    {
        if (noticer.StandingOf(school) is not { } standing)
        {
            return; // not looked at yet
        }

        var gone = standing.AwaySince is { } since ? Instant.Now(clock) - since : TimeSpan.Zero;
        await TellOnceAsync(
            away,
            school,
            standing.AwaySince is not null && (gone >= options.Value.StandstillAfter || away.Contains(school)),
            () => (
                Words.Text("MediaGuard: the share can't be reached"),
                [
                    Words.Text($"The share has been out of reach for {gone.TotalMinutes:0} minutes. No photo comes in meanwhile; what is on the devices stays there."),
                    Words.Text("What to do: run `mediaguard doctor` on the server. It says what is wrong and how to mend it."),
                ]),
            () => (Words.Text("MediaGuard: the share can be reached again"), [Words.Text("Photos come in again.")]),
            cancellationToken);
        await TellOnceAsync(
            stuck,
            school,
            standing.Stuck > 0,
            () => (
                Words.Count(standing.Stuck, "MediaGuard: {0} file or folder in the share can't be taken in", "MediaGuard: {0} files or folders in the share can't be taken in"),
                [
                    Words.Text("It can't be opened, or its name can't be spelt. It stays where it is, and no photo of it comes in."),
                    Words.Text("What to do: let the program's account read everything in the share, and give what has odd letters in its name another one."),
                ]),
            () => (Words.Text("MediaGuard: everything in the share can be taken in again"), [Words.Text("Nothing in the share is stuck any more.")]),
            cancellationToken);
    }

    private async Task TellOnceAsync(
        HashSet<SchoolId> told, SchoolId school, bool isWrong, Func<(string Subject, string[] Lines)> begins, Func<(string Subject, string[] Lines)> ends, CancellationToken cancellationToken)
    {
        if (isWrong == told.Contains(school))
        {
            return;
        }

        var (subject, lines) = isWrong ? begins() : ends();
        if (!isWrong)
        {
            told.Remove(school);
        }

        try
        {
            await TellAsync(school, subject, string.Join('\n', lines), cancellationToken);
        }
        catch (MailException e)
        {
            failed ??= e; // what else there is to say, and other schools' letters, go all the same
            return;
        }

        if (isWrong)
        {
            told.Add(school); // only once it is said: a full disk keeps the mail back too
        }
    }

    /// <summary>The technicians; where the school has none, whoever reads the sender's own mail.</summary>
    private async Task TellAsync(SchoolId school, string subject, string text, CancellationToken cancellationToken)
    {
        var to = await addresses.AddressesAsync(school, SchoolRole.Technician, cancellationToken);
        await mailer.SendAsync(new MailLetter(to.Count > 0 ? to : [mail.Value.From], subject, text), cancellationToken);
    }
}
