using System.Diagnostics;
using System.Globalization;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Register;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Bench.Consent;

/// <summary>The office records that a family takes back a yes: every queue entry pulled, every copy ordered back, the first photos decided again and the others noted, in one transaction.</summary>
internal static class WithdrawalBench
{
    private const int OneIn = 10;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    public static async Task<bool> RunAsync(string provider, int photos)
    {
        await using var school = await BenchSchool.MakeAsync(provider);
        var children = await PhotoRows.FillAsync(school, photos, OneIn);
        var times = new List<(TimeSpan Commit, TimeSpan Processor, TimeSpan Bare)>();
        foreach (var child in children)
        {
            await using var db = school.Open();
            var bare = await PhotoRows.TouchAsync(db, photos / OneIn);
            await school.Services.GetRequiredService<DatabaseStart>().WriteBackAsync(default); // as the program does every few seconds
            var before = Environment.CpuUsage.TotalTime;
            var began = Stopwatch.GetTimestamp();
            var concerned = await school.Services.GetRequiredService<IRegisterBook>().RefuseAsync(school.School, child, [new PurposeId("seesaw")], "telephone", "", null, null, default);
            times.Add((Stopwatch.GetElapsedTime(began), Environment.CpuUsage.TotalTime - before, bare));
            await PhotoRows.CheckAsync(school, child, photos / OneIn, concerned);
        }

        var commit = times.Select(t => t.Commit).Order().ElementAt(times.Count / 2);
        var ratio = times.Select(t => t.Commit / t.Bare).Order().ElementAt(times.Count / 2);
        var processor = times.Select(t => t.Processor).Order().ElementAt(times.Count / 2);
        var met = commit <= Limit;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{provider}: a withdrawal that touches {photos / OneIn:N0} of {photos:N0} photos commits in {commit.TotalMilliseconds:0} ms ({processor.TotalMilliseconds:0} ms of this process's processor), {ratio:0.0} times a bare update of as many rows; its list is complete; 1 s {(met ? "met" : "not met")}"));
        return met;
    }
}
