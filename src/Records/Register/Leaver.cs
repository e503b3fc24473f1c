using MediaGuard.Records.Rows;
using MediaGuard.Records.Scenes;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Register;

/// <summary>What somebody's last day here means for the classes and clubs they belong to.</summary>
internal static class Leaver
{
    /// <summary>Sets the last day of somebody who leaves later than was said, or not at all, and opens again what the day before it had ended: every club, and of classes the last.</summary>
    public static async Task StayAsync(HeadTransaction head, PersonRow person, DateOnly? lastDay, CancellationToken cancellationToken)
    {
        if (person.LeftOn is { } before && (lastDay is null || lastDay > before))
        {
            var db = head.Context;
            var clubs = await db.Groups.Where(g => g.IsClub).Select(g => g.Id).ToListAsync(cancellationToken);
            var all = await db.Memberships.Where(m => m.PersonId == person.Id).ToListAsync(cancellationToken);
            var ended = all.Where(m => m.Until >= before && !all.Exists(other => other.GroupId == m.GroupId && other.Until is null)).ToLookup(m => clubs.Contains(m.GroupId));
            var inClass = all.Exists(m => !clubs.Contains(m.GroupId) && m.Until is null);
            foreach (var membership in ended[true].Concat(ended[false].OrderBy(m => m.From).ThenBy(m => m.Id).TakeLast(inClass ? 0 : 1)))
            {
                head.PoolChanged(membership.GroupId, membership.Until!.Value);
                membership.Until = null;
            }
        }

        person.LeftOn = lastDay;
        await head.FlushAsync(cancellationToken);
    }

    /// <summary>Ends what is open with the last day, if there is one. They may still be in a picture of today, so nobody leaves a class before today is over.</summary>
    public static async Task LeaveAsync(HeadTransaction head, PersonRow person, CancellationToken cancellationToken)
    {
        if (person.LeftOn is not { } day)
        {
            return;
        }

        await head.FlushAsync(cancellationToken);
        var last = day > head.Today ? day : head.Today;
        foreach (var membership in await head.Context.Memberships.Where(m => m.PersonId == person.Id && (m.Until == null || m.Until > last)).ToListAsync(cancellationToken))
        {
            membership.Until = last;
        }
    }
}
