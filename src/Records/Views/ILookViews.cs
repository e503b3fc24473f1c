using MediaGuard.Media;

namespace MediaGuard.Records.Views;

/// <summary>Which photos wait for a second look by whom.</summary>
public interface ILookViews
{
    /// <summary>
    /// The photos this person may look at again, those that waited longest first: of the classes they teach, or of every class. Never one they
    /// gave the first answer for or have said something about.
    /// </summary>
    Task<IReadOnlyList<(Guid Batch, MediaId Media)>> WaitingAsync(SchoolId school, UserId me, bool everyClass, CancellationToken cancellationToken);

    /// <summary>What to show of one of them; null when it does not wait for this person.</summary>
    Task<LookQuestion?> QuestionAsync(SchoolId school, UserId me, bool everyClass, Guid batch, MediaId media, CancellationToken cancellationToken);
}
