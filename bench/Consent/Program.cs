using System.Globalization;
using MediaGuard.Bench.Consent;
using MediaGuard.Bench.Consent.Term;

// Consent's figures, each beside something measured in the same run on the same machine.
var wanted = args.Length > 0 ? args[0] : "all";
var size = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 0;
var met = true;
if (wanted is "all" or "term")
{
    var figures = TermSimulation.Run(new TermModel(), seed: 1, terms: size > 0 ? size : 200);
    Console.WriteLine(figures.Text());
    met &= figures.KeepWithinBounds;
}

if (wanted is "all" or "decide")
{
    met &= DecidingBench.Run();
}

foreach (var provider in new[] { "sqlite", "postgres" })
{
    if (wanted is "all" or "withdrawal")
    {
        met &= await WithdrawalBench.RunAsync(provider, size > 0 ? size : 100_000);
    }

    if (wanted is "all" or "import")
    {
        met &= await ImportBench.RunAsync(provider, size > 0 ? size : 2000);
    }
}

return met ? 0 : 1;
