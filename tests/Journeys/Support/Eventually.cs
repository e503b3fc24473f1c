using System.Diagnostics;

namespace MediaGuard.Journeys.Tests.Support;

/// <summary>Waits for what another process brings about.</summary>
internal static class Eventually
{
    public static Task HoldsAsync(Func<bool> condition, Func<string> story) => HoldsAsync(condition, story, TimeSpan.FromSeconds(60));

    public static async Task HoldsAsync(Func<bool> condition, Func<string> story, TimeSpan atMost)
    {
        var began = Stopwatch.GetTimestamp();
        while (!condition())
        {
            if (Stopwatch.GetElapsedTime(began) > atMost)
            {
                Assert.Fail($"It did not come about within {atMost}: {story()}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(150), TimeProvider.System);
        }
    }
}
