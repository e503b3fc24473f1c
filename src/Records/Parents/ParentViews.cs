using MediaGuard.Consent.Biometrics;
using MediaGuard.Consent.Register;
using MediaGuard.Media;
using MediaGuard.Records.Matching;
using MediaGuard.Records.Policies;
using MediaGuard.Records.Scenes;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Parents;

/// <summary>Reads what one guardian may see: of one person, counts of copies, and nothing of anybody else.</summary>
internal static class ParentViews
{
    public static async Task<ParentView> ReadAsync(RecordsContext db, ParentVisit visit, Instant now, CancellationToken cancellationToken)
    {
        var school = await db.Schools.AsNoTracking().SingleAsync(cancellationToken);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(school.TimeZone);
        var head = await db.Heads.AsNoTracking().SingleAsync(cancellationToken);
        var policy = await PolicyStore.DocumentAsync(db, head.PolicyVersion, cancellationToken);
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == visit.Person, cancellationToken);
        var register = await new SceneReader(db, now.DayIn(zone)).ReadRegisterAsync(head.RegisterVersion, [visit.Person], cancellationToken);
        var guardian = visit.Guardian;
        var asked = await db.ConsentRequests.Where(r => r.GuardianId == guardian && r.PersonId == visit.Person && r.State == RequestState.Waiting).Select(r => r.Purpose).ToListAsync(cancellationToken);
        var comparesFaces = await MatchingPermission.ChoiceAsync(db, cancellationToken) is { IsOn: true };
        var purposes = Purposes.Of(policy).Where(p => p.Purpose != BiometricPerson.Purpose.Value).Append(new PurposeSetting { Purpose = BiometricPerson.Purpose.Value, Name = Words.Text("Comparing faces") });
        return new ParentView(
            school.Name,
            person.PreferredName,
            visit.ExpiresAt.DayIn(zone),
            comparesFaces,
            [.. purposes.Select(p => Purpose(register, visit, p, policy.Channels.Any(c => c.IsPublic && c.Purposes.Contains(p.Purpose)), asked.Contains(p.Purpose)))],
            await CopiesAsync(db, register, visit.Person, policy, cancellationToken));
    }

    private static ParentPurpose Purpose(RegisterSnapshot register, ParentVisit visit, PurposeSetting setting, bool isPublic, bool isAsked)
    {
        var id = new PurposeId(setting.Purpose);
        var word = register.StandingOf(visit.Person, id) switch
        {
            Standing.Given => "yes",
            Standing.Refused => "no",
            Standing.Expired => "ended",
            Standing.Left => "left",
            Standing.NotOnRecord => "none",
        };
        return new ParentPurpose(
            id, setting.Name, word, word == "yes" ? register.HoldingOf(visit.Person, id)?.Until : null, isPublic, register.NoesOf(visit.Person, id).Any(n => n.Guardian == visit.Guardian), isAsked);
    }

    /// <summary>Only where a no holds, and only what was called back since: what comes back for somebody else's sake is nobody's business here.</summary>
    private static async Task<IReadOnlyList<CopyCount>> CopiesAsync(RecordsContext db, RegisterSnapshot register, PersonId person, PolicyDocument policy, CancellationToken cancellationToken)
    {
        var sets = db.PeopleSets.Where(s => s.PersonId == person).Select(s => (Guid?)s.SetId);
        var said = await db.Consents.AsNoTracking().Where(c => c.PersonId == person).ToDictionaryAsync(c => c.Sequence, c => c.RecordedAt, cancellationToken);
        var counts = new List<CopyCount>();
        foreach (var channel in policy.Channels)
        {
            var noes = channel.Purposes.SelectMany(p => register.NoesOf(person, new PurposeId(p))).Select(n => said[n.Sequence]).ToList();
            if (noes.Count == 0)
            {
                continue;
            }

            var since = noes.MinBy(n => n.Microseconds);
            var states = await db.Releases.Where(r => r.Channel == channel.Channel && r.RecallingAt >= since && sets.Contains(r.RestsOn)).Select(r => r.State).ToListAsync(cancellationToken);
            if (states.Count > 0)
            {
                counts.Add(new CopyCount(channel.Name, states.Count(s => s == ReleaseState.Recalling), states.Count(s => s == ReleaseState.Recalled)));
            }
        }

        return counts;
    }
}
