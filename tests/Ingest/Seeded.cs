using System.Globalization;
using CsCheck;

namespace MediaGuard.Ingest.Tests;

/// <summary>Random inputs the same for the same seed. Each run prints its seed; <c>MEDIAGUARD_SEED</c> gives it back.</summary>
internal static class Seeded
{
    public const string Variable = "MEDIAGUARD_SEED";

    /// <summary>The seed of this run, printed into the test's output.</summary>
    public static int Seed()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.Integer, CultureInfo.InvariantCulture, out var given) ? given : Environment.TickCount & int.MaxValue;
        TestContext.Out.WriteLine($"seed {seed}: {Variable}={seed} runs this again");
        return seed;
    }

    /// <summary>Checks <paramref name="rounds"/> inputs; what fails says in which round.</summary>
    public static void SampleSeeded<T>(this Gen<T> gen, int rounds, Action<T> check)
    {
        var seed = Seed();
        for (var round = 0; round < rounds; round++)
        {
            var input = gen.Generate(new PCG((uint)round, (ulong)seed), null, out _);
            try
            {
                check(input);
            }
            catch
            {
                TestContext.Out.WriteLine($"failed in round {round} of seed {seed}");
                throw;
            }
        }
    }
}
