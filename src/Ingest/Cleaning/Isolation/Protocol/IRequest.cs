namespace MediaGuard.Ingest.Cleaning.Isolation.Protocol;

/// <summary>What a child can be asked.</summary>
internal interface IRequest
{
    int Seconds { get; }
}
