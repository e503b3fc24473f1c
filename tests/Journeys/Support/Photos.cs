using System.Text;
using MediaGuard.Ingest.Formats.Dressing;
using NetVips;

namespace MediaGuard.Journeys.Tests.Support;

/// <summary>Small drawn pictures, each of other bytes: quick to look at, and nobody in them.</summary>
internal static class Photos
{
    public static byte[] Draw(int number)
    {
        using var black = Image.Black(192, 144, bands: 3);
        using var ground = (black + new[] { 90d + number, 140, 160 }).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
        using var drawn = ground.Mutate(m => m.DrawRect([200, 120, 40], 10 + number, 20, 60, 50, fill: true));
        return drawn.JpegsaveBuffer(q: 90);
    }

    public static byte[] Dressed(int number, string title) =>
        PictureDresser.Dress(Draw(number), new DressedPicture("Apple", "iPad (9th generation)", new DateTime(2026, 5, 4, 10, 0, 0, DateTimeKind.Unspecified), 53.7, -2.7, title));

    public static byte[] NoPicture(int number) => Encoding.UTF8.GetBytes($"Not a picture, number {number}.\n");
}
