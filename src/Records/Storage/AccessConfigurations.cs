using MediaGuard.Records.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MediaGuard.Records.Storage;

/// <summary>Keys and indexes of sessions, agreements and passwords.</summary>
internal sealed class AccessConfiguration :
    IEntityTypeConfiguration<SessionRow>, IEntityTypeConfiguration<AgreementRow>, IEntityTypeConfiguration<SignatureRow>, IEntityTypeConfiguration<OldPasswordRow>
{
    public void Configure(EntityTypeBuilder<SessionRow> builder)
    {
        builder.ToTable("Sessions").HasKey(r => new { r.SchoolId, r.Id });
        builder.HasIndex(r => new { r.SchoolId, r.UserId });
        builder.Property(r => r.Device).HasMaxLength(48);
    }

    public void Configure(EntityTypeBuilder<AgreementRow> builder) => builder.ToTable("Agreements").HasKey(r => new { r.SchoolId, r.Number });

    public void Configure(EntityTypeBuilder<SignatureRow> builder) => builder.ToTable("Signatures").HasKey(r => new { r.SchoolId, r.UserId, r.At });

    public void Configure(EntityTypeBuilder<OldPasswordRow> builder) => builder.ToTable("OldPasswords").HasKey(r => new { r.SchoolId, r.UserId, r.At });
}
