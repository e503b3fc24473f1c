using MediaGuard.Journey.Mail;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Items;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MediaGuard.Journey.Loops;

/// <summary>Says so, in the log and by mail, when anything has stood still longer than it should; once when it begins and once when it ends.</summary>
internal sealed class WatchLoop(
    IRecordsFactory records, IItemLedger ledger, IMailer mailer, IMailBook addresses, IOptions<MailOptions> mail, IOptions<JourneyOptions> options, LoopTurns turns, ILogger<WatchLoop> logger) : BackgroundService
{
    private readonly HashSet<SchoolId> alarmed = [];

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
        foreach (var school in await records.SchoolsAsync(cancellationToken))
        {
            var traffic = await ledger.TrafficAsync(school.Id, options.Value.StandstillAfter, cancellationToken);
            if (traffic.StandingStill == 0)
            {
                if (alarmed.Remove(school.Id))
                {
                    await TellAsync(school.Id, Words.Text("MediaGuard: photos move again"), Words.Text("Nothing stands still any more."), cancellationToken);
                }

                continue;
            }

            if (!alarmed.Contains(school.Id))
            {
                LogMessages.StandingStill(logger, school.Id, traffic.StandingStill, traffic.Waiting);
                await TellAsync(
                    school.Id,
                    Words.Text($"MediaGuard: {traffic.StandingStill} photos stand still"),
                    string.Join(
                        '\n',
                        Words.Text($"{traffic.StandingStill} photos have not moved for {options.Value.StandstillAfter.TotalMinutes:0} minutes; {traffic.Waiting} of the photos on their way wait for disk, share or database."),
                        Words.Text("Nothing is lost and nothing has been released meanwhile."),
                        Words.Text("What to do: run `mediaguard doctor` on the server. It says what is wrong and how to mend it.")),
                    cancellationToken);
                alarmed.Add(school.Id); // only once it is said: a full disk keeps the mail back too
            }
        }
    }

    /// <summary>The technicians; where the school has none, whoever reads the sender's own mail.</summary>
    private async Task TellAsync(SchoolId school, string subject, string text, CancellationToken cancellationToken)
    {
        var to = await addresses.AddressesAsync(school, SchoolRole.Technician, cancellationToken);
        await mailer.SendAsync(new MailLetter(to.Count > 0 ? to : [mail.Value.From], subject, text), cancellationToken);
    }
}
