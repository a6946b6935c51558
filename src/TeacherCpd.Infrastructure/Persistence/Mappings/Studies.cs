using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Domain.Studies;

namespace TeacherCpd.Infrastructure.Persistence.Mappings;

internal sealed class StudyMapping : IEntityTypeConfiguration<Study>
{
    private const int MethodsLength = 100;

    public void Configure(EntityTypeBuilder<Study> builder)
    {
        builder.ToTable("Studies");
        builder.Ignore(s => s.Protocol);
        builder.Property(s => s.Methods).HasMaxLength(MethodsLength);
        foreach (var answer in new Expression<Func<Study, string>>[]
        {
            s => s.Science, s => s.Indicators, s => s.Collection, s => s.Analysts, s => s.Confidentiality, s => s.ResultAccess,
        })
        {
            builder.Property(answer).HasMaxLength(Study.ProtocolLength);
        }

        builder.HasIndex(s => new { s.OrganisationId, s.StartsOn });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(s => s.OrganisationId);
        builder.HasMany(s => s.Programmes).WithOne().HasForeignKey(p => p.StudyId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasMany(s => s.Proposals).WithOne().HasForeignKey(p => p.StudyId).OnDelete(DeleteBehavior.ClientCascade);
    }
}

internal sealed class StudyProgrammeMapping : IEntityTypeConfiguration<StudyProgramme>
{
    public void Configure(EntityTypeBuilder<StudyProgramme> builder)
    {
        builder.ToTable("StudyProgrammes");
        builder.HasIndex(p => new { p.StudyId, p.ProgrammeId }).IsUnique();
        builder.HasOne<Programme>().WithMany().HasForeignKey(p => p.ProgrammeId);
    }
}

internal sealed class NeedProposalMapping : IEntityTypeConfiguration<NeedProposal>
{
    public void Configure(EntityTypeBuilder<NeedProposal> builder)
    {
        builder.ToTable("NeedProposals");
        builder.HasIndex(p => new { p.StudyId, p.Competence, p.Level, p.ProgrammeId }).IsUnique();
        builder.HasOne<Programme>().WithMany().HasForeignKey(p => p.ProgrammeId);
    }
}

internal sealed class QuestionnaireMapping : IEntityTypeConfiguration<Questionnaire>
{
    public void Configure(EntityTypeBuilder<Questionnaire> builder)
    {
        builder.ToTable("Questionnaires");
        builder.Ignore(q => q.Current);
        builder.Ignore(q => q.Draft);
        builder.Property(q => q.Token).HasMaxLength(Questionnaire.TokenLength);
        builder.HasIndex(q => q.Token).IsUnique();
        builder.HasIndex(q => new { q.StudyId, q.Audience, q.Kind }).IsUnique();
        builder.HasOne<Study>().WithMany().HasForeignKey(q => q.StudyId);
        builder.HasMany(q => q.Versions).WithOne().HasForeignKey(v => v.QuestionnaireId);
    }
}

internal sealed class QuestionnaireVersionMapping : IEntityTypeConfiguration<QuestionnaireVersion>
{
    public void Configure(EntityTypeBuilder<QuestionnaireVersion> builder)
    {
        builder.ToTable("QuestionnaireVersions");
        builder.Ignore(v => v.Content);
        builder.Property(v => v.Json).HasMaxLength(-1);
        builder.HasIndex(v => new { v.QuestionnaireId, v.Number }).IsUnique();
    }
}

/// <summary>No key leads from here to a person or to an invitation, nor to the own words.</summary>
internal sealed class AnswerSheetMapping : IEntityTypeConfiguration<AnswerSheet>
{
    public void Configure(EntityTypeBuilder<AnswerSheet> builder)
    {
        builder.ToTable("AnswerSheets");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Marks).HasMaxLength(-1);
        builder.HasIndex(s => s.VersionId);
        builder.HasOne<QuestionnaireVersion>().WithMany().HasForeignKey(s => s.VersionId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(s => s.RegionId);
        builder.HasOne<Programme>().WithMany().HasForeignKey(s => s.ProgrammeId);
    }
}

internal sealed class OpenAnswerMapping : IEntityTypeConfiguration<OpenAnswer>
{
    /// <summary>Longest code of a question, in characters.</summary>
    public const int CodeLength = 10;

    public void Configure(EntityTypeBuilder<OpenAnswer> builder)
    {
        builder.ToTable("OpenAnswers");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Question).HasMaxLength(CodeLength);
        builder.Property(a => a.Words).HasMaxLength(Question.WordsLength);
        builder.HasIndex(a => a.VersionId);
        builder.HasOne<QuestionnaireVersion>().WithMany().HasForeignKey(a => a.VersionId);
    }
}

internal sealed class AnswerStrikeMapping : IEntityTypeConfiguration<AnswerStrike>
{
    public void Configure(EntityTypeBuilder<AnswerStrike> builder)
    {
        builder.ToTable("AnswerStrikes");
        builder.Property(s => s.Question).HasMaxLength(OpenAnswerMapping.CodeLength);
        builder.HasIndex(s => s.AnswerId).IsUnique();
        builder.HasOne<QuestionnaireVersion>().WithMany().HasForeignKey(s => s.VersionId);
        builder.HasOne<OpenAnswer>().WithMany().HasForeignKey(s => s.AnswerId);
    }
}

internal sealed class StudyInvitationMapping : IEntityTypeConfiguration<StudyInvitation>
{
    public void Configure(EntityTypeBuilder<StudyInvitation> builder)
    {
        builder.ToTable("StudyInvitations");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.HasIndex(i => new { i.QuestionnaireId, i.PersonId }).IsUnique();
        builder.HasIndex(i => i.PersonId);
        builder.HasOne<Questionnaire>().WithMany().HasForeignKey(i => i.QuestionnaireId);
        builder.HasOne<Person>().WithMany().HasForeignKey(i => i.PersonId);
        builder.HasOne<Programme>().WithMany().HasForeignKey(i => i.ProgrammeId);
    }
}

internal sealed class StudyNoticeMapping : IEntityTypeConfiguration<StudyNotice>
{
    public void Configure(EntityTypeBuilder<StudyNotice> builder)
    {
        builder.ToTable("StudyNotices");
        builder.HasIndex(n => new { n.QuestionnaireId, n.PersonId, n.Number }).IsUnique();
        builder.HasIndex(n => new { n.Status, n.WrittenAt });
        builder.HasOne<Questionnaire>().WithMany().HasForeignKey(n => n.QuestionnaireId);
        builder.HasOne<Person>().WithMany().HasForeignKey(n => n.PersonId);
    }
}

internal sealed class NeedsDiagnosisMapping : IEntityTypeConfiguration<NeedsDiagnosis>
{
    public void Configure(EntityTypeBuilder<NeedsDiagnosis> builder)
    {
        builder.ToTable("NeedsDiagnoses");
        builder.Property(d => d.Marks).HasMaxLength(-1);
        builder.HasIndex(d => new { d.QuestionnaireId, d.PersonId }).IsUnique();
        builder.HasOne<Questionnaire>().WithMany().HasForeignKey(d => d.QuestionnaireId);
        builder.HasOne<QuestionnaireVersion>().WithMany().HasForeignKey(d => d.VersionId);
        builder.HasOne<Person>().WithMany().HasForeignKey(d => d.PersonId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(d => d.SchoolId);
        builder.HasMany(d => d.Levels).WithOne().HasForeignKey(l => l.DiagnosisId);
    }
}

internal sealed class DiagnosedLevelMapping : IEntityTypeConfiguration<DiagnosedLevel>
{
    public void Configure(EntityTypeBuilder<DiagnosedLevel> builder)
    {
        builder.ToTable("DiagnosedLevels");
        builder.HasIndex(l => new { l.DiagnosisId, l.Competence }).IsUnique();
        builder.HasIndex(l => new { l.Competence, l.Level });
    }
}
