using System.Globalization;
using System.Security.Cryptography;
using MediaGuard.Journeys.Tests.Support;

namespace MediaGuard.Journeys.Tests.Browser;

/// <summary>Large files that are quick to look at: small drawn pictures with noise in segments no decoder reads.</summary>
internal static class LargePhotos
{
    private const int LargestSegment = 65_533;

    /// <summary>Writes so many files of about so many bytes into a folder.</summary>
    public static IReadOnlyList<string> Write(string folder, int count, int bytes)
    {
        Directory.CreateDirectory(folder);
        return [.. Enumerable.Range(1, count).Select(number =>
        {
            var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"IMG_{number:0000}.JPG"));
            var drawn = Photos.Draw(number % 60);
            using var to = File.Create(file);
            to.Write(drawn.AsSpan(0, 2));
            while (to.Length < bytes)
            {
                to.Write([0xFF, 0xEF, (LargestSegment + 2) >> 8, (LargestSegment + 2) & 0xFF]);
                to.Write(RandomNumberGenerator.GetBytes(LargestSegment));
            }

            to.Write(drawn.AsSpan(2));
            return file;
        })];
    }
}
