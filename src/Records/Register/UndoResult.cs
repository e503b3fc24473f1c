namespace MediaGuard.Records.Register;

/// <summary>How an attempt to undo an import ended. All but Undone changed nothing.</summary>
public enum UndoResult
{
    Undone,
    NoSuchRun,
    AlreadyUndone,

    /// <summary>Something it made or changed was used or changed since.</summary>
    LaterDepends,
}
