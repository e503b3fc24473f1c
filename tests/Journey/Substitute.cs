using System.Reflection;

namespace MediaGuard.Journey.Tests;

/// <summary>Stands for a part of the program: calls that are answered here by name, and every other fails.</summary>
#pragma warning disable CA1852 // the runtime makes a type of it
internal class Substitute : DispatchProxy
#pragma warning restore CA1852
{
    private readonly Dictionary<string, Func<object?[], object?>> answers = [];

    public static T Of<T>(params (string Method, Func<object?[], object?> Answer)[] answers)
        where T : class
    {
        var made = Create<T, Substitute>();
        foreach (var (method, answer) in answers)
        {
            ((Substitute)(object)made).answers[method] = answer;
        }

        return made;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        answers.TryGetValue(targetMethod!.Name, out var answer) ? answer(args ?? []) : throw new NotSupportedException(targetMethod.Name);
}
