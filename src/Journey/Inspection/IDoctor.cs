namespace MediaGuard.Journey.Inspection;

/// <summary>Looks at everything the program stands on and says what is wrong and how to mend it.</summary>
public interface IDoctor
{
    /// <summary>Every check, in the order of what to mend first.</summary>
    Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancellationToken);
}
