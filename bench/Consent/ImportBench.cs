using System.Diagnostics;
using System.Globalization;
using System.Text;
using MediaGuard.Records.Register;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Bench.Consent;

/// <summary>An import into an empty register, the same file again, and one with a tenth of the answers changed.</summary>
internal static class ImportBench
{
    private const int Times = 3;
    private const double LimitMilliseconds = 5000;

    public static async Task<bool> RunAsync(string provider, int pupils)
    {
        await OnceAsync(provider, 50, null);
        var runs = new List<double[]>();
        var rows = 0;
        for (var i = 0; i < Times; i++)
        {
            var figures = new double[5];
            rows = await OnceAsync(provider, pupils, figures);
            runs.Add(figures);
        }

        double Median(int at) => runs.Select(r => r[at]).Order().ElementAt(Times / 2);
        var met = Median(0) <= LimitMilliseconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{provider}: import of {pupils} pupils {Median(0):0} ms ({Median(4):0} ms of processor); bare insert of its {rows} rows {Median(3):0} ms; {Median(0) / Median(3):0.0} times; same file again {Median(1):0} ms; a tenth changed {Median(2):0} ms; 5 s {(met ? "met" : "not met")}"));
        return met;
    }

    private static async Task<int> OnceAsync(string provider, int pupils, double[]? figures)
    {
        await using var school = await BenchSchool.MakeAsync(provider);
        var before = Environment.CpuUsage.TotalTime;
        var first = await ApplyAsync(school, File(pupils, _ => "Yes"));
        var processor = Environment.CpuUsage.TotalTime - before;
        await using var db = school.Open();
        var (bare, rows) = await BareInsert.RunAsync(db, "People", "Memberships", "Consents", "Audit");
        var again = await ApplyAsync(school, File(pupils, _ => "Yes"));
        var tenth = await ApplyAsync(school, File(pupils, n => n % 10 == 0 ? "No" : "Yes"));
        if (figures is not null)
        {
            (figures[0], figures[1], figures[2], figures[3], figures[4]) =
                (first.TotalMilliseconds, again.TotalMilliseconds, tenth.TotalMilliseconds, bare.TotalMilliseconds, processor.TotalMilliseconds);
        }

        return rows;
    }

    private static async Task<TimeSpan> ApplyAsync(BenchSchool school, ImportRequest file)
    {
        var book = school.Services.GetRequiredService<IImportBook>();
        var began = Stopwatch.GetTimestamp();
        var outcome = await book.ApplyAsync(school.School, file, null, null, default);
        var took = Stopwatch.GetElapsedTime(began);
        return outcome.Result == ImportResult.Applied ? took : throw new InvalidOperationException($"The import was not applied: {outcome.Result}");
    }

    private static ImportRequest File(int pupils, Func<int, string> website)
    {
        var text = new StringBuilder("UPN,Legal Surname,Legal Forename,Reg Group,Year,Seesaw consent,Website consent\r\n");
        for (var n = 1; n <= pupils; n++)
        {
            text.Append(CultureInfo.InvariantCulture, $"A{n:000000000000},Surname{n},Forename{n},Class {n / 28},{n % 7},Yes,{website(n)}\r\n");
        }

        return new ImportRequest(Encoding.UTF8.GetBytes(text.ToString()), new ImportColumns());
    }
}
