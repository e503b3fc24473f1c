namespace MediaGuard.Records.Register;

/// <summary>A file to import.</summary>
public sealed record ImportRequest(ReadOnlyMemory<byte> Bytes, ImportColumns Columns)
{
    public override string ToString() => $"{Bytes.Length} bytes";
}
