using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Collaboration;
using TeacherCpd.Domain.Development;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Infrastructure.Persistence.Mappings;

internal sealed class MentoringPairMapping : IEntityTypeConfiguration<MentoringPair>
{
    public void Configure(EntityTypeBuilder<MentoringPair> builder)
    {
        builder.ToTable("MentoringPairs");
        builder.Property(p => p.Number).HasMaxLength(MentoringPair.NumberLength);
        builder.Property(p => p.Goals).HasMaxLength(MentoringPair.GoalsLength);
        builder.Property(p => p.OtherSchoolReason).HasMaxLength(MentoringPair.ReasonLength);
        builder.Property(p => p.EndReason).HasMaxLength(MentoringPair.ReasonLength);
        builder.Property(p => p.MentorOutcome).HasMaxLength(Pair.OutcomeMaxLength);
        builder.Property(p => p.YoungTeacherOutcome).HasMaxLength(Pair.OutcomeMaxLength);
        builder.HasIndex(p => p.Number).IsUnique();
        builder.HasIndex(p => new { p.SchoolId, p.Status });
        builder.HasIndex(p => new { p.MentorId, p.Status });
        builder.HasIndex(p => new { p.YoungTeacherId, p.Status });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(p => p.SchoolId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(p => p.MentorSchoolId);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.MentorId);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.YoungTeacherId);
        builder.HasMany(p => p.Steps).WithOne().HasForeignKey(s => s.PairId);
        builder.HasMany(p => p.Meetings).WithOne().HasForeignKey(m => m.PairId);
    }
}

internal sealed class PairStepMapping : IEntityTypeConfiguration<PairStep>
{
    public void Configure(EntityTypeBuilder<PairStep> builder)
    {
        builder.ToTable("PairSteps");
        builder.Property(s => s.Topic).HasMaxLength(PairStep.TopicLength);
        builder.HasIndex(s => new { s.PairId, s.DueOn });
    }
}

internal sealed class PairMeetingMapping : IEntityTypeConfiguration<PairMeeting>
{
    public void Configure(EntityTypeBuilder<PairMeeting> builder)
    {
        builder.ToTable("PairMeetings");
        builder.Property(m => m.Words).HasMaxLength(PairMeeting.WordsLength);
        builder.Property(m => m.Reply).HasMaxLength(PairMeeting.WordsLength);
        builder.HasIndex(m => new { m.PairId, m.HeldOn });
        builder.HasOne<PairStep>().WithMany().HasForeignKey(m => m.StepId);
    }
}

internal sealed class SchoolTeamMapping : IEntityTypeConfiguration<SchoolTeam>
{
    public void Configure(EntityTypeBuilder<SchoolTeam> builder)
    {
        builder.ToTable("SchoolTeams");
        builder.Property(t => t.Title).HasMaxLength(SchoolTeam.TitleLength);
        builder.Property(t => t.Aim).HasMaxLength(SchoolTeam.WordsLength);
        builder.Property(t => t.Outcome).HasMaxLength(SchoolTeam.WordsLength);
        builder.HasIndex(t => new { t.SchoolId, t.Status });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(t => t.SchoolId);
        builder.HasMany(t => t.Members).WithOne().HasForeignKey(m => m.TeamId);
        builder.HasMany(t => t.Tasks).WithOne().HasForeignKey(t => t.TeamId);
        builder.HasMany(t => t.Reviews).WithOne().HasForeignKey(r => r.TeamId);
        builder.HasMany(t => t.Courses).WithOne().HasForeignKey(c => c.TeamId);
    }
}

internal sealed class TeamMemberMapping : IEntityTypeConfiguration<TeamMember>
{
    public void Configure(EntityTypeBuilder<TeamMember> builder)
    {
        builder.ToTable("TeamMembers");
        builder.Property(m => m.Part).HasMaxLength(SchoolTeam.LineLength);
        builder.HasIndex(m => new { m.TeamId, m.PersonId }).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId);
    }
}

internal sealed class TeamTaskMapping : IEntityTypeConfiguration<TeamTask>
{
    public void Configure(EntityTypeBuilder<TeamTask> builder)
    {
        builder.ToTable("TeamTasks");
        builder.Property(t => t.Title).HasMaxLength(SchoolTeam.LineLength);
        builder.Property(t => t.Words).HasMaxLength(SchoolTeam.WordsLength);
        builder.Property(t => t.Link).HasMaxLength(SchoolTeam.LinkLength);
        builder.HasIndex(t => new { t.ResponsibleId, t.Status });
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.ResponsibleId);
    }
}

internal sealed class TeamReviewMapping : IEntityTypeConfiguration<TeamReview>
{
    public void Configure(EntityTypeBuilder<TeamReview> builder)
    {
        builder.ToTable("TeamReviews");
        builder.Property(r => r.Words).HasMaxLength(SchoolTeam.WordsLength);
    }
}

internal sealed class TeamCourseMapping : IEntityTypeConfiguration<TeamCourse>
{
    public void Configure(EntityTypeBuilder<TeamCourse> builder)
    {
        builder.ToTable("TeamCourses");
        builder.HasIndex(c => new { c.TeamId, c.EnrolledAs }).IsUnique();
    }
}

internal sealed class LessonStudyMapping : IEntityTypeConfiguration<LessonStudy>
{
    public void Configure(EntityTypeBuilder<LessonStudy> builder)
    {
        builder.ToTable("LessonStudies");
        builder.Property(s => s.Number).HasMaxLength(LessonStudy.NumberLength);
        builder.Property(s => s.Question).HasMaxLength(LessonStudy.QuestionLength);
        builder.Property(s => s.Subject).HasMaxLength(LessonStudy.LineLength);
        builder.Property(s => s.ClassName).HasMaxLength(LessonStudy.LineLength);
        builder.Property(s => s.Conclusions).HasMaxLength(LessonStudy.WordsLength);
        builder.HasIndex(s => s.Number).IsUnique();
        builder.HasIndex(s => new { s.SchoolId, s.SharedAt });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(s => s.SchoolId);
        builder.HasMany(s => s.Members).WithOne().HasForeignKey(m => m.StudyId);
        builder.HasMany(s => s.Pupils).WithOne().HasForeignKey(p => p.StudyId);
        builder.HasMany(s => s.Lessons).WithOne().HasForeignKey(l => l.StudyId);
        builder.HasMany(s => s.Observations).WithOne().HasForeignKey(o => o.StudyId).OnDelete(DeleteBehavior.ClientCascade);
    }
}

internal sealed class StudyMemberMapping : IEntityTypeConfiguration<StudyMember>
{
    public void Configure(EntityTypeBuilder<StudyMember> builder)
    {
        builder.ToTable("LessonStudyMembers");
        builder.HasIndex(m => new { m.StudyId, m.PersonId }).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId);
    }
}

internal sealed class CasePupilMapping : IEntityTypeConfiguration<CasePupil>
{
    public void Configure(EntityTypeBuilder<CasePupil> builder)
    {
        builder.ToTable("LessonStudyPupils");
        builder.Property(p => p.Letter).HasMaxLength(CasePupil.LetterLength);
        builder.Property(p => p.Portrait).HasMaxLength(LessonStudy.QuestionLength);
        builder.HasIndex(p => new { p.StudyId, p.Letter }).IsUnique();
    }
}

internal sealed class ResearchLessonMapping : IEntityTypeConfiguration<ResearchLesson>
{
    public void Configure(EntityTypeBuilder<ResearchLesson> builder)
    {
        builder.ToTable("ResearchLessons");
        builder.Property(l => l.Topic).HasMaxLength(LessonStudy.LineLength);
        builder.Property(l => l.Plan).HasMaxLength(LessonStudy.WordsLength);
        builder.Property(l => l.Discussion).HasMaxLength(LessonStudy.WordsLength);
        builder.HasIndex(l => new { l.StudyId, l.Number }).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(l => l.TeacherId);
    }
}

internal sealed class PupilObservationMapping : IEntityTypeConfiguration<PupilObservation>
{
    public void Configure(EntityTypeBuilder<PupilObservation> builder)
    {
        builder.ToTable("PupilObservations");
        builder.Property(o => o.Letter).HasMaxLength(CasePupil.LetterLength);
        builder.Property(o => o.Words).HasMaxLength(LessonStudy.WordsLength);
        builder.HasIndex(o => new { o.LessonId, o.ObserverId, o.Letter }).IsUnique();
        builder.HasOne<ResearchLesson>().WithMany().HasForeignKey(o => o.LessonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(o => o.ObserverId);
    }
}
