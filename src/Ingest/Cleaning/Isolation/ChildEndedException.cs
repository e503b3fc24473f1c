namespace MediaGuard.Ingest.Cleaning.Isolation;

/// <summary>A child ended before it answered.</summary>
internal sealed class ChildEndedException(ChildEnd end) : Exception(end.ToString())
{
    public ChildEnd End { get; } = end;
}
