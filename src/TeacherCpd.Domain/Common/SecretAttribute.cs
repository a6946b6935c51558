namespace TeacherCpd.Domain.Common;

/// <summary>A value that opens something to whoever knows it. The audit tells that it changed and not what it is.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute;
