using MediaGuard.Media;

namespace MediaGuard.Records.Register;

/// <summary>Who belongs to which class or club from when to when, and how a school year ends. Both days are always included.</summary>
public interface IGroupBook
{
    /// <summary>Somebody joins a class or club on a day. They leave nothing by it: a class is ended apart.</summary>
    Task<JoinResult> JoinAsync(SchoolId school, PersonId person, GroupId group, DateOnly from, DateOnly? until, UserId? by, CancellationToken cancellationToken);

    /// <summary>Sets the last day of a membership.</summary>
    Task<JoinResult> EndAsync(SchoolId school, PersonId person, Guid membership, DateOnly lastDay, UserId? by, CancellationToken cancellationToken);

    /// <summary>How many pupils each class has today, clubs left out.</summary>
    Task<IReadOnlyList<ClassSize>> SizesAsync(SchoolId school, CancellationToken cancellationToken);

    /// <summary>
    /// Ends the school year for the classes named: their pupils' membership ends on the last day, and the day after they belong to the next class, a year group higher; where there is none they
    /// have left. Everybody moves at once, so a class may take another's place. Clubs and staff stay as they are.
    /// </summary>
    /// <returns>How many pupils moved on and how many leave.</returns>
    Task<(int Moved, int Left)> RollOverAsync(SchoolId school, IReadOnlyDictionary<GroupId, GroupId?> next, DateOnly lastDay, UserId? by, CancellationToken cancellationToken);
}
