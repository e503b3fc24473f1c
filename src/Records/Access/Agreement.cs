namespace MediaGuard.Records.Access;

/// <summary>The agreement in force: what people read and sign once a year.</summary>
public sealed record Agreement(int Number, string Text);
