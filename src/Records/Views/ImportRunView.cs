using MediaGuard.Media;

namespace MediaGuard.Records.Views;

/// <summary>One import. No names but that of the colleague.</summary>
/// <param name="By">Who applied it; null from the command line without an account.</param>
/// <param name="IsLast">Only the last that still stands is offered for undoing.</param>
public sealed record ImportRunView(
    Guid Id, Instant At, string? By, string Preset, string Sha256, int Rows, DateOnly? ExportedOn,
    int NewPeople, int Changed, int ClassChanges, int HaveLeft, int Returned, int ToYes, int ToNo, int Conflicts, int Flags, Instant? UndoneAt, bool IsLast);
