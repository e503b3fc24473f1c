namespace MediaGuard.Ingest.Cleaning.Isolation;

/// <summary>Says what is in force around decoding on this machine.</summary>
public interface IIsolationReport
{
    /// <summary>Starts a child when none stands ready, and asks what holds it; null when none can be started: pictures wait then.</summary>
    Protections? InForce(CancellationToken cancellationToken);
}
