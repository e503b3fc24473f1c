namespace MediaGuard.Journey.Inspection;

/// <summary>One model as a command shows it.</summary>
public sealed record ModelLine(string Name, string Role, string State, bool IsRequired, string Licence, string Source, string Sha256);
