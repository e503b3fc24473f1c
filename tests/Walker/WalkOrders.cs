using System.Text.Json;

namespace MediaGuard.Walker;

/// <summary>What one process is to do: so many random acts of so many people at once, on one school.</summary>
/// <param name="Break">What is taken out to see that it is missed: nothing, <c>gate</c> or <c>lock</c>.</param>
/// <param name="Journal">The folder it writes what it saw to, in a file of its own.</param>
/// <param name="CrashAfter">The process ends without a word after this many acts; 0 for never.</param>
public sealed record WalkOrders(string Provider, string ConnectionString, string DataFolder, Guid School, int Seed, int Steps, int Threads, int CrashAfter, string Break, string Journal)
{
    public static WalkOrders Parse(string json) => JsonSerializer.Deserialize<WalkOrders>(json) ?? throw new JsonException("No orders.");

    public override string ToString() => JsonSerializer.Serialize(this);
}
