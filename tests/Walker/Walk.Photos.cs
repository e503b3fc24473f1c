using System.Collections.Immutable;
using MediaGuard.Ingest.Cleaning;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Scenes;
using MediaGuard.Vision;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Walker;

/// <remarks>What people say of one photo beside who is in it: refusals, faces, visitors.</remarks>
internal sealed partial class Walk
{
    private Task RefuseAsync(Random random) => OnPhotoAsync(random, async (head, media) =>
    {
        var said = new NewAttestation(AttestationKind.RefusedFor) { Media = media, Channel = random.Next(3) == 0 ? null : Channels[random.Next(2)], Reasons = [ReasonCode.RefusedByOffice] };
        await head.AttestAsync(new UserId(Guid.CreateVersion7()), [said], None);
        await head.FlushAsync(None);
        await DecideAsync(head, media);
    });

    private async Task AnswerFaceAsync(HeadTransaction head, MediaId media, Random random)
    {
        var face = await head.Context.Faces.Where(f => f.MediaId == media).Select(f => (FaceId?)f.Id).FirstOrDefaultAsync(None);
        if (face is null)
        {
            return;
        }

        NewAttestation said = random.Next(2) == 0 ? new(AttestationKind.NotAFace) : new(AttestationKind.OnFace) { Person = people[random.Next(people.Count)] };
        await head.AttestAsync(new UserId(Guid.CreateVersion7()), [said with { Media = media, Face = face }], None);
        await head.FlushAsync(None);
        await DecideAsync(head, media);
    }

    private async Task VisitAsync(HeadTransaction head, MediaId media)
    {
        await head.AttestAsync(new UserId(Guid.CreateVersion7()), [new NewAttestation(AttestationKind.PoolAddsGroup) { Media = media, Group = visiting }], None);
        await head.FlushAsync(None);
        await DecideAsync(head, media);
    }

    /// <summary>One of its faces is to be covered for one channel; most often the one somebody named.</summary>
    private async Task BlurAsync(HeadTransaction head, MediaId media, Random random)
    {
        var named = head.Context.Attestations.Where(a => a.MediaId == media && a.RetractedAt == null && a.Kind == AttestationKind.OnFace).Select(a => a.FaceId);
        var face = await head.Context.Faces.Where(f => f.MediaId == media && f.RenditionId == new RenditionId(media.Value))
            .OrderByDescending(f => named.Contains(f.Id)).ThenBy(f => f.Id).Select(f => (FaceId?)f.Id).FirstOrDefaultAsync(None);
        if (face is null)
        {
            return;
        }

        await head.AttestAsync(new UserId(Guid.CreateVersion7()), [new NewAttestation(AttestationKind.Blurred) { Media = media, Channel = Channels[random.Next(2)], Face = face }], None);
        await head.FlushAsync(None);
        await DecideAsync(head, media);
    }

    private Task UnblurAsync(Random random) => OnPhotoAsync(random, async (head, media) =>
    {
        await head.RetractAsync(new UserId(Guid.CreateVersion7()), media, AttestationKind.Blurred, null, null, random.Next(2) == 0 ? null : Channels[random.Next(2)], None);
        await head.FlushAsync(None);
        await DecideAsync(head, media);
    });

    /// <summary>Takes what is to be made, and a while later says what the detectors saw in it: one in five times somebody else was faster or changed their mind meanwhile.</summary>
    private async Task MakeBlurredAsync(Random random)
    {
        IReadOnlyList<RedactionOrder> orders;
        await using (var head = await heads.BeginAsync(school, None))
        {
            orders = await head.ClaimRedactionsAsync(null, 2, random.Next(5) == 0 ? TimeSpan.Zero : TimeSpan.FromMinutes(2), None);
            await head.CommitAsync(None);
        }

        foreach (var order in orders)
        {
            await using var head = await heads.BeginAsync(school, None);
            ImmutableArray<FaceRegion> found = random.Next(6) == 0 ? [new(new PixelBox(200 * random.Next(3), 0, 90, 90), 0.9, false, [], ["walk"])] : [];
            var picture = new CleanedPicture(new byte[] { 1 }, 800, 600, ImmutableSortedDictionary<string, int>.Empty, []);
            if (await head.SaveRedactedAsync(order, picture, [1], new RedactedSight(ReasonCode.None, found, ["walk"]), None))
            {
                await head.FlushAsync(None);
                await DecideAsync(head, order.Media);
                await head.CommitAsync(None);
            }
        }
    }
}
