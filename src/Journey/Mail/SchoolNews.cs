using System.Globalization;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Parents;
using MediaGuard.Records.Posts;
using MediaGuard.Records.Publications;
using MediaGuard.Records.Views;
using Microsoft.Extensions.Options;

namespace MediaGuard.Journey.Mail;

/// <summary>
/// What a school's people are told by mail without asking: the office once a day what waits, if anything does; office and lead once when the register has become too old; the lead once a day
/// when a photo newly waits that may show somebody protected; the editor when something must come off the website, and the lead too once it is overdue; the class's teachers when something must come down from Seesaw, and the
/// office too once it is overdue. Counts only: no name, no picture.
/// </summary>
internal sealed class SchoolNews(
    IPhotoViews photos, IRequestBook requests, IRegisterViews register, IPublicationBook publications, IPostBook posts, IMailBook addresses, ISchoolBooks books, IMailer mailer, IOptions<MailOptions> options, TimeProvider clock)
{
    private const string DigestDay = "mail-digest-day";
    private const string RemindedTo = "mail-reminded-to";
    private const string StaleSaid = "mail-register-stale";
    private const string ProtectedSaid = "mail-protected";
    private const string TakeDownsSaid = "mail-take-downs";
    private const string LateSaid = "mail-take-downs-late";
    private const string SeesawSaid = "mail-seesaw-";
    private const string SeesawLateSaid = "mail-seesaw-late";

    /// <summary>Sends what is due. What can't be sent stays due, and keeps nothing else back.</summary>
    /// <exception cref="MailException">Something was not handed over.</exception>
    public async Task SendAsync(SchoolInfo school, CancellationToken cancellationToken)
    {
        var local = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), school.Zone);
        var today = DateOnly.FromDateTime(local.DateTime);
        MailException? failed = null;
        foreach (var tellAsync in new Func<Task>[]
        {
            () => TellOfProtectedAsync(school.Id, today, cancellationToken),
            () => TellOfRegisterAsync(school.Id, cancellationToken),
            () => TellOfTakeDownsAsync(school.Id, today, cancellationToken),
            () => TellOfSeesawAsync(school.Id, today, cancellationToken),
            () => local.Hour >= options.Value.DigestHour ? TellOfDayOnceAsync(school.Id, today, cancellationToken) : Task.CompletedTask,
        })
        {
            try
            {
                await tellAsync();
            }
            catch (MailException e)
            {
                failed ??= e;
            }
        }

        if (failed is not null)
        {
            throw failed;
        }
    }

    private async Task TellOfDayOnceAsync(SchoolId school, DateOnly today, CancellationToken cancellationToken)
    {
        if (await books.RecallSettingAsync(school, DigestDay, cancellationToken) != Text(today))
        {
            await TellOfDayAsync(school, cancellationToken);
            await books.NoteSettingAsync(school, DigestDay, Text(today), cancellationToken);
        }
    }

    private async Task TellOfDayAsync(SchoolId school, CancellationToken cancellationToken)
    {
        var held = (await photos.HeldIdsAsync(school, cancellationToken)).Count;
        var asked = (await requests.WaitingAsync(school, cancellationToken)).Count;
        var age = await register.AgeAsync(school, cancellationToken);
        var endings = await register.EndingAsync(school, null, cancellationToken);
        var (reminded, sequence) = Reminded(await books.RecallSettingAsync(school, RemindedTo, cancellationToken));
        var ending = endings.Count(e => e.LastDay > reminded || e.Sequence > sequence);
        List<string> lines = [];
        Add(lines, held, Words.Count(held, "{0} photo waits for a decision: Review", "{0} photos wait for a decision: Review"));
        Add(lines, asked, Words.Count(asked, "{0} yes of a parent waits to be confirmed: Requests", "{0} yeses of parents wait to be confirmed: Requests"));
        Add(lines, ending, Words.Count(ending, "{0} more consent ends soon: Register", "{0} more consents end soon: Register"));
        if (age.IsStale)
        {
            lines.Add(Stale(age) + " " + Words.Text("Register"));
        }

        if (lines.Count == 0)
        {
            return;
        }

        string[] text =
        [
            Words.Text("Good morning,"),
            "",
            .. lines.Select(l => "- " + l),
            "",
            Words.Text("Sign in to MediaGuard to see more. This comes once a day at most, and only when something waits."),
        ];
        var sent = await SendAsync(school, [SchoolRole.Office], Words.Text("MediaGuard: what waits today"), string.Join('\n', text), cancellationToken);
        if (sent && ending > 0)
        {
            var (last, latest) = (endings.Max(e => e.LastDay), endings.Max(e => e.Sequence));
            await books.NoteSettingAsync(
                school, RemindedTo, string.Create(CultureInfo.InvariantCulture, $"{Text(last > reminded ? last : reminded)} {(sequence == long.MaxValue ? latest : Math.Max(sequence, latest))}"), cancellationToken);
        }
    }

    /// <summary>Up to which last day, and which record, consents that end were told of. A day alone stands for every record until then.</summary>
    private static (DateOnly Day, long Sequence) Reminded(string? noted)
    {
        var parts = (noted ?? "").Split(' ');
        return DateOnly.TryParseExact(parts[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? (day, parts.Length > 1 && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : long.MaxValue)
            : (DateOnly.MinValue, long.MaxValue);
    }

    private async Task TellOfRegisterAsync(SchoolId school, CancellationToken cancellationToken)
    {
        var age = await register.AgeAsync(school, cancellationToken);
        var since = age.RestoredTo is { } restored ? "restored " + restored : age.ConfirmedOn is { } day ? Text(day) : "never";
        if (!age.IsStale || await books.RecallSettingAsync(school, StaleSaid, cancellationToken) == since)
        {
            return;
        }

        var sent = await SendAsync(
            school,
            [SchoolRole.Office, SchoolRole.Lead],
            age.RestoredTo is null ? Words.Text("MediaGuard: the register is too old") : Words.Text("MediaGuard: the records were put back from a backup"),
            age.RestoredTo is null
                ? string.Join(
                    '\n',
                    Stale(age),
                    Words.Text("Until then nothing new goes to public channels. Seesaw and other closed channels go on."),
                    Words.Text("What to do: import a new export of your MIS, or confirm on the Register page that everything there is right."))
                : string.Join(
                    '\n',
                    Stale(age),
                    Words.Text("What families said since then, and what was taken back or deleted since then, is not in them. Until you have checked, nothing goes out anywhere."),
                    Words.Text("What to do: enter again what is missing, then confirm on the Register page that everything there is right.")),
            cancellationToken);
        if (sent)
        {
            await books.NoteSettingAsync(school, StaleSaid, since, cancellationToken);
        }
    }

    private async Task TellOfProtectedAsync(SchoolId school, DateOnly today, CancellationToken cancellationToken)
    {
        var waiting = await register.ProtectedWaitingAsync(school, Reader.Lead, cancellationToken);
        if (waiting.Count == 0)
        {
            return;
        }

        var said = (await books.RecallSettingAsync(school, ProtectedSaid, cancellationToken))?.Split(' ');
        var newest = waiting.Max(w => w.NoticedAt.Microseconds);
        if (said is [var on, var upTo] && (on == Text(today) || newest <= long.Parse(upTo, CultureInfo.InvariantCulture)))
        {
            return;
        }

        var sent = await SendAsync(
            school,
            [SchoolRole.Lead],
            Words.Text("MediaGuard: a photo needs your eye"),
            waiting.Count == 1
                ? string.Join(
                    '\n',
                    Words.Text("A photo waits for a decision in which somebody you protect may be seen."),
                    Words.Text("Your overview in MediaGuard lists it. To everybody else it looks like any family's refusal; please do not forward this."))
                : string.Join(
                    '\n',
                    Words.Text($"{waiting.Count} photos wait for a decision in which somebody you protect may be seen."),
                    Words.Text("Your overview in MediaGuard lists them. To everybody else it looks like any family's refusal; please do not forward this.")),
            cancellationToken);
        if (!sent)
        {
            return;
        }

        await books.NoteSettingAsync(school, ProtectedSaid, $"{Text(today)} {newest.ToString(CultureInfo.InvariantCulture)}", cancellationToken);
    }

    /// <summary>The editor at once when something newly must come off the website; the lead besides, once a day, while any of it should be down already.</summary>
    private async Task TellOfTakeDownsAsync(SchoolId school, DateOnly today, CancellationToken cancellationToken)
    {
        var downs = await publications.TakeDownsAsync(school, ChannelId.Website, null, cancellationToken);
        if (downs.Count == 0)
        {
            return;
        }

        var where = Words.Text("The page Take-downs in MediaGuard lists what to remove, where, and by when.");
        var newest = Math.Max(downs.Max(d => d.Since.Microseconds), downs.SelectMany(d => d.UsedAt).Select(u => u.SaidAt.Microseconds).DefaultIfEmpty().Max());
        var text = downs.Count == 1
            ? Words.Text("A picture must come off the website: somebody in it may no longer be shown.")
            : Words.Text($"{downs.Count} pictures must come off the website: somebody in them may no longer be shown.");
        await TellOfNewerAsync(
            school, TakeDownsSaid, newest, await ReachAsync(school, [SchoolRole.Editor], cancellationToken), Words.Text("MediaGuard: take it off the website"), text + "\n" + where, cancellationToken);

        var now = Instant.Now(clock);
        var late = downs.Count(d => d.IsOverdue(now));
        var overdue = late == 1
            ? Words.Text("A picture should be off the website already, and nobody has said that it is.")
            : Words.Text($"{late} pictures should be off the website already, and nobody has said that they are.");
        await TellOfLateAsync(
            school, LateSaid, today, late, [SchoolRole.Editor, SchoolRole.Lead], Words.Text("MediaGuard: overdue on the website"), overdue + "\n" + where + " " + Words.Text("The editor works on it."), cancellationToken);
    }

    /// <summary>A class's teachers at once when something of it newly must come down from Seesaw; the office besides, once a day, while any of it should be down already. A class without a teacher is the office's.</summary>
    private async Task TellOfSeesawAsync(SchoolId school, DateOnly today, CancellationToken cancellationToken)
    {
        var classes = await photos.ClassesAsync(school, null, cancellationToken);
        var downs = await posts.ToTakeDownAsync(school, [.. classes.Select(c => c.Id)], ChannelId.Seesaw, cancellationToken);
        var where = Words.Text("The page “Take down from Seesaw” in MediaGuard lists what to remove, and by when.");
        foreach (var own in downs.GroupBy(d => d.Group!.Value))
        {
            var text = own.Count() == 1
                ? Words.Text("A picture of your class must come down from Seesaw: somebody in it may no longer be shown.")
                : Words.Text($"{own.Count()} pictures of your class must come down from Seesaw: somebody in them may no longer be shown.");
            var teachers = await addresses.TeachersAsync(school, own.Key, cancellationToken);
            var to = teachers.Count > 0 ? teachers : await ReachAsync(school, [SchoolRole.Office], cancellationToken);
            await TellOfNewerAsync(school, SeesawSaid + own.Key, own.Max(d => d.DownBy?.Microseconds ?? 0), to, Words.Text("MediaGuard: take it down from Seesaw"), text + "\n" + where, cancellationToken);
        }

        var now = Instant.Now(clock);
        var late = downs.Count(d => d.DownBy < now);
        var overdue = late == 1
            ? Words.Text("A picture should be down from Seesaw already, and nobody has said that it is. Its class’s teachers were told.")
            : Words.Text($"{late} pictures should be down from Seesaw already, and nobody has said that they are. Their classes’ teachers were told.");
        await TellOfLateAsync(school, SeesawLateSaid, today, late, [SchoolRole.Office], Words.Text("MediaGuard: overdue on Seesaw"), overdue + "\n" + where, cancellationToken);
    }

    /// <summary>Tells of what is newer than what was told under this name before.</summary>
    private async Task TellOfNewerAsync(SchoolId school, string name, long newest, IReadOnlyCollection<string> to, string subject, string text, CancellationToken cancellationToken)
    {
        var said = await books.RecallSettingAsync(school, name, cancellationToken);
        if ((said is null || newest > long.Parse(said, CultureInfo.InvariantCulture)) && await SendAsync(to, subject, text, cancellationToken))
        {
            await books.NoteSettingAsync(school, name, newest.ToString(CultureInfo.InvariantCulture), cancellationToken);
        }
    }

    /// <summary>Tells of what is late, once a day.</summary>
    private async Task TellOfLateAsync(SchoolId school, string name, DateOnly today, int late, string[] roles, string subject, string text, CancellationToken cancellationToken)
    {
        if (late > 0 && await books.RecallSettingAsync(school, name, cancellationToken) != Text(today) && await SendAsync(school, roles, subject, text, cancellationToken))
        {
            await books.NoteSettingAsync(school, name, Text(today), cancellationToken);
        }
    }

    /// <summary>False: nobody has one of these roles yet, so it stays due.</summary>
    private async Task<bool> SendAsync(SchoolId school, string[] roles, string subject, string text, CancellationToken cancellationToken) =>
        await SendAsync(await ReachAsync(school, roles, cancellationToken), subject, text, cancellationToken);

    /// <summary>Everybody who has one of the roles, once.</summary>
    private async Task<IReadOnlyCollection<string>> ReachAsync(SchoolId school, string[] roles, CancellationToken cancellationToken)
    {
        var to = new SortedSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var role in roles)
        {
            to.UnionWith(await addresses.AddressesAsync(school, role, cancellationToken));
        }

        return to;
    }

    private async Task<bool> SendAsync(IReadOnlyCollection<string> to, string subject, string text, CancellationToken cancellationToken)
    {
        if (to.Count > 0)
        {
            await mailer.SendAsync(new MailLetter(to, subject, text), cancellationToken);
        }

        return to.Count > 0;
    }

    private static void Add(List<string> lines, int count, string line)
    {
        if (count > 0)
        {
            lines.Add(line);
        }
    }

    private static string Stale(RegisterAge age) => age switch
    {
        { RestoredTo: not null } => Words.Text("The records were put back from a backup, and nobody has confirmed the register since."),
        { Days: { } days } => Words.Text($"The register was last imported or confirmed {days} days ago; {age.Limit} is the most it may be."),
        _ => Words.Text("Nobody has imported or confirmed the register yet."),
    };

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
