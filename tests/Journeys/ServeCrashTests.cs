using MediaGuard.Journeys.Tests.Support;
using MediaGuard.Media;

namespace MediaGuard.Journeys.Tests;

/// <summary>The power goes again and again while `serve` works.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class ServeCrashTests
{
    private const int Kills = 10;

    [Test]
    public async Task Serve_KilledAgainAndAgain_LosesAndRepeatsNothing()
    {
        var seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var chance = new Random(seed);
        using var school = await School.MakeAsync();
        var books = new Books(school);
        byte[][] cleared = [.. Enumerable.Range(10, 6).Select(Photos.Draw)];
        byte[][] held = [.. Enumerable.Range(20, 5).Select(Photos.Draw)];
        byte[][] all = [.. cleared, .. held, Photos.NoPicture(7)];
        await using (var services = school.Services())
        {
            await school.ClearBeforehandAsync(services, cleared);
        }

        var waiting = new Queue<byte[]>(all.OrderBy(_ => chance.Next()));
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var serve = school.Serve();
            for (var photos = chance.Next(3); photos > 0 && waiting.TryDequeue(out var photo); photos--)
            {
                school.Drop($"{waiting.Count}.jpg", photo);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(chance.Next(900, 3500)), TimeProvider.System);
            Assert.That(serve.HasExited, Is.False, serve.Output);
            await serve.KillAsync();
            await books.AssertNothingLostAsync(all.Except(waiting));
        }

        while (waiting.TryDequeue(out var photo))
        {
            school.Drop($"{waiting.Count}.jpg", photo);
        }

        await using (var serve = school.Serve())
        {
            await Eventually.HoldsAsync(
                () => books.Items().Count(i => i.Status is not MediaStatus.Gone) == all.Length
                    && books.Items().All(i => i.Status is MediaStatus.Departed or MediaStatus.Shredded or MediaStatus.Quarantined or MediaStatus.Gone)
                    && !books.InShare().Any() && books.Out().Count == cleared.Count(c => books.Of(c)!.Status == MediaStatus.Shredded)
                    && books.Rows("SELECT State FROM Releases", r => r.GetString(0)).All(s => s == "Released"),
                () => $"seed {seed}: {string.Join('\n', books.Items())}\n{string.Join(", ", books.InShare())}\n{serve.Output}");
        }

        await books.AssertNothingLostAsync(all);
        await books.AssertSoundAsync();
    }
}
