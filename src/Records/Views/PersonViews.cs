using System.Collections.Immutable;
using MediaGuard.Consent.People;
using MediaGuard.Consent.Register;
using MediaGuard.Media;
using MediaGuard.Records.Policies;
using MediaGuard.Records.Scenes;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Views;

/// <summary>People with what holds for them today.</summary>
internal static class PersonViews
{
    public static async Task<IReadOnlyList<PersonView>> ReadAsync(RecordsContext db, IReadOnlyCollection<PersonId> people, DateOnly today, CancellationToken cancellationToken)
    {
        var head = await db.Heads.AsNoTracking().SingleAsync(cancellationToken);
        var policy = await PolicyStore.ReadAsync(db, head.PolicyVersion, cancellationToken);
        var register = await new SceneReader(db, today).ReadRegisterAsync(head.RegisterVersion, people, cancellationToken);
        var rows = await db.People.AsNoTracking().Where(p => people.Contains(p.Id)).ToListAsync(cancellationToken);
        return
        [
            .. rows.OrderBy(r => r.Kind).ThenBy(r => r.FullName, StringComparer.CurrentCulture).Select(r => new PersonView(
                r.Id,
                r.FullName,
                r.PreferredName,
                r.Kind == PersonKind.Pupil,
                policy.Channels.Values.Where(c => c.Purposes.All(p => register.StandingOf(r.Id, p) == Standing.Given)).Select(c => c.Channel).ToImmutableHashSet())),
        ];
    }
}
