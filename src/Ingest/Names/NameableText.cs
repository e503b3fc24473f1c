namespace MediaGuard.Ingest.Names;

/// <summary>A text that may name somebody, and where it stood. Personal data; prints its field.</summary>
public sealed record NameableText(NameField Field, string Text)
{
    public override string ToString() => Field.ToString();
}
