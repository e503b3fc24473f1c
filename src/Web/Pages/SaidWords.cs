using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Views;

namespace MediaGuard.Web.Pages;

/// <summary>What was said of a picture, as a sentence.</summary>
internal static class SaidWords
{
    public static string For(SaidView said, PhotoView photo)
    {
        var who = said.Person ?? Words.Text("somebody no longer on the register");
        var channel = said.Channel is { } c ? photo.On(c)?.Name ?? c.ToString() : Words.Text("every channel");
        return said.Kind switch
        {
            AttestationKind.InPicture => Words.Text($"{who} is in it"),
            AttestationKind.OnFace => Words.Text($"Face {said.FaceNumber} is {who}"),
            AttestationKind.NotAFace => Words.Text($"Box {said.FaceNumber} is not a face"),
            AttestationKind.NotAPupil => Words.Text($"Face {said.FaceNumber} is a grown-up who is not on the register"),
            AttestationKind.FaceAdded => Words.Text($"There is a face in box {said.FaceNumber}"),
            AttestationKind.Absent => Words.Text($"{who} is not in it"),
            AttestationKind.NobodyFromOutside => Words.Text("Nobody from outside the class is in it"),
            AttestationKind.NobodyElse => Words.Text("Nobody else than the named is in it"),
            AttestationKind.PoolAddsPerson => Words.Text($"{who} was with the class"),
            AttestationKind.PoolAddsGroup => Words.Text("Another class was there"),
            AttestationKind.AskedFor => Words.Text($"Asked for on {channel}"),
            AttestationKind.NotAskedFor => Words.Text($"Not asked for on {channel}"),
            AttestationKind.Approved => Words.Text($"Looked at and approved for {channel}"),
            AttestationKind.Blurred => Words.Text($"Face {said.FaceNumber} is blurred for {channel}"),
            AttestationKind.Cropped => Words.Text($"Cropped for {channel}"),
            AttestationKind.RefusedFor => Words.Text($"Refused for {channel}"),
        };
    }
}
