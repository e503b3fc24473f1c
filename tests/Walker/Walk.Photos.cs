using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Scenes;
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
}
