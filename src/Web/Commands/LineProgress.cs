namespace MediaGuard.Web.Commands;

/// <summary>Prints each line as it comes, in order.</summary>
internal sealed class LineProgress : IProgress<string>
{
    public void Report(string value) => Console.WriteLine(value);
}
