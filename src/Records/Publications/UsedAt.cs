using MediaGuard.Media;

namespace MediaGuard.Records.Publications;

/// <summary>Where a picture is used; prints its id, as an address may name somebody.</summary>
public sealed record UsedAt(Guid Id, MediaId Media, string Address, Instant SaidAt)
{
    public override string ToString() => Id.ToString("N");
}
