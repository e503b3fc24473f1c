namespace MediaGuard.Consent.Import;

/// <summary>Which columns of a file are one contact; null where the file has none.</summary>
public sealed record ContactColumns(int Name, int? Email, int? Responsibility);
