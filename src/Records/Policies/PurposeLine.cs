namespace MediaGuard.Records.Policies;

/// <summary>A purpose as it stands.</summary>
/// <param name="Lasts">One of <see cref="PurposeEdit.Lengths"/>.</param>
/// <param name="Months">For months.</param>
/// <param name="Basis">One of <see cref="PurposeEdit.Bases"/>.</param>
public sealed record PurposeLine(string Purpose, string Name, string Lasts, int Months, string Basis);
