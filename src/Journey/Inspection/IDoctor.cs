namespace MediaGuard.Journey.Inspection;

/// <summary>Looks at everything the program stands on and says what is wrong and how to mend it.</summary>
public interface IDoctor
{
    /// <summary>Every check, in the order of what to mend first.</summary>
    Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancellationToken);

    /// <summary>The checks that take a moment only: not the decoder's child, the scanner, the places photos go to, nor the record entry by entry.</summary>
    Task<IReadOnlyList<Finding>> GlanceAsync(CancellationToken cancellationToken);
}
