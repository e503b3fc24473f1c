using System.Collections.Immutable;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Incidents;
using Microsoft.Extensions.Options;
using MimeKit;

namespace MediaGuard.Journey.Mail;

/// <summary>
/// Tells those an incident goes to that it was opened, once each. Nothing of what happened: a mailbox is read by others too. It is no substitute for telling them, and the clock goes on.
/// </summary>
internal sealed class IncidentNews(IIncidentBook book, IMailBook addresses, ISchoolBooks books, IMailer mailer, IOptions<MailOptions> options, TimeProvider clock)
{
    /// <summary>Parties that may be told by mail. The police and the others are rung up, as the incident's page says.</summary>
    public static readonly ImmutableArray<IncidentParty> Mailed =
        [IncidentParty.Coordinator, IncidentParty.DataProtectionOfficer, IncidentParty.Headteacher, IncidentParty.ChairOfGovernors, IncidentParty.Lado];

    /// <summary>After so long a mail that could not be sent is no news any more.</summary>
    private static readonly TimeSpan News = TimeSpan.FromDays(7);

    /// <summary>Sends what is due. What can't be sent stays due, and keeps nobody else from being told.</summary>
    /// <exception cref="MailException">Something was not handed over.</exception>
    public async Task SendAsync(SchoolInfo school, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(school);
        var opened = await book.OpenedSinceAsync(school.Id, Instant.Now(clock) - News, cancellationToken);
        if (opened.Count == 0)
        {
            return;
        }

        MailException? failed = null;
        foreach (var party in Mailed)
        {
            try
            {
                await TellAsync(school, party, [.. opened.Where(o => o.Duties.Any(d => d.Party == party))], cancellationToken);
            }
            catch (MailException e)
            {
                failed = e;
            }
        }

        if (failed is not null)
        {
            throw failed;
        }
    }

    private async Task TellAsync(SchoolInfo school, IncidentParty party, IReadOnlyList<NewlyOpened> opened, CancellationToken cancellationToken)
    {
        var setting = $"mail-incidents-{party}";
        var said = (await books.RecallSettingAsync(school.Id, setting, cancellationToken) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet();
        foreach (var incident in opened.Where(o => !said.Contains(Name(o))))
        {
            var to = await RecipientsAsync(school.Id, party, incident.ConcernsHead, cancellationToken);
            if (to.Count == 0)
            {
                continue; // stays due: an address may be set yet
            }

            await mailer.SendAsync(new MailLetter(to, Words.Text("MediaGuard: an incident was opened"), Text(school, party, incident)), cancellationToken);
            said.Add(Name(incident));
            await books.NoteSettingAsync(school.Id, setting, string.Join(' ', opened.Select(Name).Where(said.Contains)), cancellationToken);
        }
    }

    /// <remarks>What is about the headteacher never reaches the headteacher's mailbox, in whatever other part they have.</remarks>
    private async Task<SortedSet<string>> RecipientsAsync(SchoolId school, IncidentParty party, bool concernsHead, CancellationToken cancellationToken)
    {
        var to = new SortedSet<string>(StringComparer.OrdinalIgnoreCase);
        if (options.Value.Tell.TryGetValue(party.ToString(), out var address))
        {
            to.Add(Address(address));
        }
        else if (party == IncidentParty.Coordinator)
        {
            to.UnionWith(await addresses.AddressesAsync(school, SchoolRole.Lead, cancellationToken));
        }

        if (concernsHead && options.Value.Tell.TryGetValue(nameof(IncidentParty.Headteacher), out var head))
        {
            to.Remove(Address(head));
        }

        return to;
    }

    private static string Text(SchoolInfo school, IncidentParty party, NewlyOpened incident)
    {
        var at = TimeZoneInfo.ConvertTime(incident.OpenedAt.ToDateTimeOffset(), school.Zone);
        var speed = incident.Duties.First(d => d.Party == party).Speed;
        return string.Join(
            '\n',
            Words.Text($"An incident was opened in MediaGuard on {at:dddd d MMMM yyyy} at {at:HH:mm}. Its number is {Name(incident)[^8..]}."),
            speed == IncidentSpeed.Immediately
                ? Words.Text("You must hear of it at once. What happened is not in this mail.")
                : Words.Text("You must hear of it before the day is over. What happened is not in this mail."),
            party == IncidentParty.Coordinator
                ? Words.Text("Sign in to MediaGuard: the incident's page says who else must be told, and by when.")
                : Words.Text("Speak to the school's safeguarding lead, who can read it."),
            Words.Text("Do not forward this mail. It does not count as having been told."));
    }

    /// <summary>The mailbox alone: with a name before it the same mailbox is another text.</summary>
    private static string Address(string configured) => MailboxAddress.Parse(configured).Address;

    private static string Name(NewlyOpened incident) => incident.Id.ToString("N");
}
