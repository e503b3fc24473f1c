namespace MediaGuard.Ingest.Names;

/// <summary>A person a spelling may mean.</summary>
/// <param name="Person">Place in <see cref="NameLookup.People"/>.</param>
/// <param name="Parts">Where the spelling may be parted; see <see cref="NameForm.Parts"/>.</param>
/// <param name="Sureness">Of a spelling that is whole in itself.</param>
internal readonly record struct NameEntry(int Person, ulong Parts, Sureness Sureness)
{
    public bool Allows(ulong parted) => (parted & ~Parts) == 0;
}
