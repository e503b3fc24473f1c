using System.Collections.Immutable;
using System.Security.Cryptography;
using MediaGuard.Ingest.Cleaning;
using MediaGuard.Ingest.Cleaning.Redaction;
using MediaGuard.Ingest.Vault;
using MediaGuard.Journey.Loops;
using MediaGuard.Journey.Matching;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Scenes;
using Microsoft.Extensions.Logging;

namespace MediaGuard.Journey.Review;

/// <summary>Makes the renditions somebody is blurred or cropped out of, looks at them, and decides again. The books say what is still to be made.</summary>
internal sealed class RedactionRunner(
    IRecordsFactory records,
    IHeads heads,
    IVault vault,
    IFaceRedactor redactor,
    Eyes eyes,
    Comparer comparer,
    Decider decider,
    IFaultPoints faults,
    Wake wake,
    ILogger<RedactionRunner> logger)
{
    /// <summary>Longer than the largest picture takes; after that another worker begins anew.</summary>
    public static readonly TimeSpan Claim = TimeSpan.FromMinutes(2);

    /// <summary>How long what could not be made twice waits: somebody must mend something first.</summary>
    private static readonly TimeSpan LongPause = TimeSpan.FromHours(1);

    private const int AtOnce = 8;

    /// <summary>Makes all that is due in every school.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var sum = 0;
        foreach (var school in await records.SchoolsAsync(cancellationToken))
        {
            int count;
            do
            {
                count = await RunAsync(school.Id, null, cancellationToken);
                sum += count;
            }
            while (count == AtOnce);
        }

        return sum;
    }

    /// <summary>Makes what is due of one picture, or of a school. Never throws but for a stop: what failed is held and tried again.</summary>
    /// <returns>How many were taken up.</returns>
    public async Task<int> RunAsync(SchoolId school, MediaId? media, CancellationToken cancellationToken)
    {
        if (!await heads.AnyToRedactAsync(school, cancellationToken))
        {
            return 0;
        }

        IReadOnlyList<RedactionOrder> orders;
        await using (var head = await heads.BeginAsync(school, cancellationToken))
        {
            orders = await head.ClaimRedactionsAsync(media, AtOnce, Claim, cancellationToken);
            if (orders.Count > 0)
            {
                await head.CommitAsync(cancellationToken);
            }
        }

        foreach (var order in orders)
        {
            await TryMakeAsync(school, order, cancellationToken);
        }

        return orders.Count;
    }

    /// <summary>Has a rendition made anew that the vault has lost. The channel is held meanwhile.</summary>
    /// <returns>Whether it is one that can be made.</returns>
    public async Task<bool> MakeAnewAsync(SchoolId school, MediaId media, RenditionId rendition, CancellationToken cancellationToken)
    {
        await using (var head = await heads.BeginAsync(school, cancellationToken))
        {
            if (!await head.RedactAnewAsync(rendition, cancellationToken))
            {
                return false;
            }

            await head.FlushAsync(cancellationToken);
            await decider.DecideAsync(head, [media], cancellationToken);
            await head.CommitAsync(cancellationToken);
        }

        LogMessages.RenditionLost(logger, media, rendition);
        await RunAsync(school, media, cancellationToken);
        return true;
    }

    private async Task TryMakeAsync(SchoolId school, RedactionOrder order, CancellationToken cancellationToken)
    {
#pragma warning disable CA1031 // whatever goes wrong, the channel is held, the order is taken up again and the rest go on
        try
        {
            faults.Reach("redact.claimed");
            await MakeAsync(school, order, cancellationToken);
            faults.Reach("redact.saved");
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            var reason = Surroundings.ReasonFor(e);
            LogMessages.NotRedacted(logger, order.Media, reason, e.GetType().Name, Surroundings.SiteOf(e));
            if (reason is > ReasonCode.None and < ReasonCode.StorageFull)
            {
                await Loop.TryAsync(nameof(RedactionRunner), logger, () => NoteAsync(school, order, reason, cancellationToken), cancellationToken);
            }
        }
#pragma warning restore CA1031
    }

    private async Task NoteAsync(SchoolId school, RedactionOrder order, ReasonCode reason, CancellationToken cancellationToken)
    {
        await using var head = await heads.BeginAsync(school, cancellationToken);
        await head.SaveNotRedactedAsync(order, reason, LongPause, cancellationToken);
        await head.CommitAsync(cancellationToken);
    }

    /// <remarks>First the bytes, whole and re-read; then the row that lets them be used.</remarks>
    private async Task MakeAsync(SchoolId school, RedactionOrder order, CancellationToken cancellationToken)
    {
        var cleaned = await vault.ReadAsync(VaultObject.Rendition(school, order.Cleaned), cancellationToken);
        var picture = redactor.Redact(cleaned, order.Redaction);
        var name = VaultObject.Rendition(school, order.Rendition);
        var expected = new VaultReceipt(SHA256.HashData(picture.Jpeg.Span).ToImmutableArray(), picture.Jpeg.Length);
        await using (var jpeg = PictureBytes.AsStream(picture.Jpeg))
        {
            await vault.WriteAsync(name, jpeg, cancellationToken);
        }

        faults.Reach("redact.written");
        if (!await vault.VerifyAsync(name, expected, cancellationToken))
        {
            throw new MediaException(ReasonCode.StoreUnavailable);
        }

        var sight = await LookAsync(school, order.Media, picture, cancellationToken);
        await using (var head = await heads.BeginAsync(school, cancellationToken))
        {
            if (!await head.SaveRedactedAsync(order, picture, expected.Sha256, sight, cancellationToken))
            {
                return; // taken back meanwhile; the bytes are nobody's and swept
            }

            await head.FlushAsync(cancellationToken);
            await decider.DecideAsync(head, [order.Media], cancellationToken);
            await head.CommitAsync(cancellationToken);
        }

        LogMessages.Redacted(logger, order.Media, order.Rendition);
        wake.Up();
    }

    private async Task<RedactedSight> LookAsync(SchoolId school, MediaId media, CleanedPicture picture, CancellationToken cancellationToken)
    {
        var (sighting, failure, pixels) = eyes.Look(media, picture.Jpeg, cancellationToken);
        if (sighting is null)
        {
            return new RedactedSight(failure, [], []);
        }

        var compared = await comparer.CompareAsync(school, media, pixels!, sighting.Faces, cancellationToken);
        var models = compared.Sighting?.Model is { } model ? sighting.Models.Add(model) : sighting.Models;
        return new RedactedSight(compared.Failure is ReasonCode.None ? sighting.Poor : compared.Failure, sighting.Faces, models) { Matches = compared.Sighting?.Faces ?? [] };
    }
}
