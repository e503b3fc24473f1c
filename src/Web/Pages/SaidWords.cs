using MediaGuard.Records;
using MediaGuard.Records.Views;

namespace MediaGuard.Web.Pages;

/// <summary>What was said of a picture, as a sentence.</summary>
internal static class SaidWords
{
    public static string For(SaidView said, PhotoView photo)
    {
        var who = said.Person ?? "somebody no longer on the register";
        var channel = said.Channel is { } c ? photo.On(c)?.Name ?? c.ToString() : "every channel";
        return said.Kind switch
        {
            AttestationKind.InPicture => $"{who} is in it",
            AttestationKind.OnFace => $"Face {said.FaceNumber} is {who}",
            AttestationKind.NotAFace => $"Box {said.FaceNumber} is not a face",
            AttestationKind.NotAPupil => $"Face {said.FaceNumber} is a grown-up who is not on the register",
            AttestationKind.FaceAdded => $"There is a face in box {said.FaceNumber}",
            AttestationKind.Absent => $"{who} is not in it",
            AttestationKind.NobodyFromOutside => "Nobody from outside the class is in it",
            AttestationKind.NobodyElse => "Nobody else than the named is in it",
            AttestationKind.PoolAddsPerson => $"{who} was with the class",
            AttestationKind.PoolAddsGroup => "Another class was there",
            AttestationKind.AskedFor => $"Asked for on {channel}",
            AttestationKind.NotAskedFor => $"Not asked for on {channel}",
            AttestationKind.Approved => $"Looked at and approved for {channel}",
            AttestationKind.Blurred => $"Face {said.FaceNumber} is blurred for {channel}",
            AttestationKind.Cropped => $"Cropped for {channel}",
            AttestationKind.RefusedFor => $"Refused for {channel}",
        };
    }
}
