using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Infrastructure.Persistence.Mappings;

internal sealed class CertificateMapping : IEntityTypeConfiguration<Certificate>
{
    public void Configure(EntityTypeBuilder<Certificate> builder)
    {
        builder.ToTable("Certificates");
        builder.Property(c => c.Serial).HasMaxLength(30);
        builder.HasIndex(c => c.Serial).IsUnique();
        builder.Property(c => c.VerificationCode).HasMaxLength(40);
        builder.HasIndex(c => c.VerificationCode).IsUnique();
        builder.HasIndex(c => c.EnrolmentId).IsUnique();
        builder.HasOne<Enrolment>().WithOne().HasForeignKey<Certificate>(c => c.EnrolmentId);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId);
        builder.HasOne<ProgrammeVersion>().WithMany().HasForeignKey(c => c.ProgrammeVersionId);
    }
}
