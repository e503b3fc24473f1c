using System.Collections.Immutable;
using System.Security.Cryptography;
using MediaGuard.Ingest.Cleaning;
using MediaGuard.Ingest.Formats;
using MediaGuard.Ingest.Vault;
using MediaGuard.Media;
using MediaGuard.Records.Matching;
using MediaGuard.Records.Scenes;
using MediaGuard.Vision.Matching;

namespace MediaGuard.Journey.Matching;

/// <summary>
/// Enrols one person: the paper first, then the photos, then one transaction. Photos are cleaned like any other and live in memory; where the
/// school keeps them, the cleaned ones go to the vault.
/// </summary>
internal sealed class Enroller(
    IMatchingBook book, IHeads heads, IMediaReader reader, IPictureCleaner cleaner, IPixelDecoder decoder, IReferencePhotos judge, IVault vault)
{
    public const int MostPhotos = 5;

    public async Task<EnrolmentOutcome> EnrolAsync(SchoolId school, UserId by, PersonId person, IReadOnlyList<Stream> photos, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfZero(photos.Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(photos.Count, MostPhotos);
        var state = await book.StateAsync(school, cancellationToken);
        if (!state.Choice.IsOn)
        {
            return new EnrolmentOutcome(false, [Words.Text("Face matching is switched off.")], []);
        }

        if (await book.PersonAsync(school, person, cancellationToken) is not { } view || !view.Gaps.IsEmpty)
        {
            return new EnrolmentOutcome(false, await MissingAsync(school, person, cancellationToken), []);
        }

        var cleaned = photos.Select(photo => Clean(photo, cancellationToken)).ToList();
        var judged = judge.Judge([.. cleaned.Select(c => c is { } jpeg ? decoder.Decode(jpeg) : null)], cancellationToken);
        try
        {
            IReadOnlyList<IReadOnlyList<string>> said = [.. judged.Select(j => (IReadOnlyList<string>)[.. j.Problems.Select(ReferenceSentences.For)])];
            if (judged.Any(j => j.Embedding is null))
            {
                return new EnrolmentOutcome(false, [], said);
            }

            return await StoreAsync(school, by, person, state.Choice.KeepsPhotos ? [.. cleaned.Select(c => c!.Value)] : [], judged, cancellationToken)
                ? new EnrolmentOutcome(true, [], said)
                : new EnrolmentOutcome(false, await MissingAsync(school, person, cancellationToken), said);
        }
        finally
        {
            foreach (var one in judged)
            {
                one.Embedding?.Clear();
            }
        }
    }

    private async Task<IReadOnlyList<string>> MissingAsync(SchoolId school, PersonId person, CancellationToken cancellationToken) =>
        await book.PersonAsync(school, person, cancellationToken) is { Missing: { Count: > 0 } missing } ? missing : [Words.Text("They are not on the register, or matching was switched off meanwhile.")];

    private async Task<bool> StoreAsync(
        SchoolId school, UserId by, PersonId person, IReadOnlyList<ReadOnlyMemory<byte>> kept, ImmutableArray<ReferenceJudgement> judged, CancellationToken cancellationToken)
    {
        var ids = kept.Select(_ => new Guid(RandomNumberGenerator.GetBytes(16))).ToList();
        var template = FaceEmbedding.Mean([.. judged.Select(j => j.Embedding!)]);
        var isStored = false;
        try
        {
            foreach (var (id, jpeg) in ids.Zip(kept))
            {
                await using var bytes = PictureBytes.AsStream(jpeg);
                await vault.WriteAsync(VaultObject.Reference(school, id), bytes, cancellationToken);
            }

            await using var head = await heads.BeginAsync(school, cancellationToken);
            isStored = await head.EnrolAsync(person, template, judge.Model, judged.Length, ids, by, cancellationToken);
            if (isStored)
            {
                await head.CommitAsync(cancellationToken);
            }

            return isStored;
        }
        finally
        {
            template.Clear();
            foreach (var id in isStored ? [] : ids)
            {
                await vault.DestroyAsync(VaultObject.Reference(school, id), CancellationToken.None);
            }
        }
    }

    private ReadOnlyMemory<byte>? Clean(Stream photo, CancellationToken cancellationToken)
    {
        try
        {
            var found = reader.Read(photo);
            photo.Position = 0;
            return cleaner.Clean(photo, found.Format, cancellationToken).Jpeg;
        }
        catch (MediaException e) when (e.Reason is not (ReasonCode.DecoderUnavailable or ReasonCode.StorageFull))
        {
            return null;
        }
    }
}
